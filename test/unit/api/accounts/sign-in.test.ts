import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../../api/app.ts";
import type { Session } from "../../../../api/contract/index.ts";
import { asNew, asSignedIn, homeWithAccounts, sending } from "../../../accounts.ts";

let made: Awaited<ReturnType<typeof homeWithAccounts>>;
beforeAll(async () => {
  made = await homeWithAccounts();
});
afterAll(() => made.accounts.close());

const body = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T;
const codeOf = async (response: Response | Promise<Response>) => (await body<{ code: string }>(response)).code;

describe("signing in", () => {
  it("gives a session that says who asks, in a cookie that scripts and other sites cannot use", async () => {
    const { password } = await made.accounts.people.add({
      name: "ana",
      role: "manager",
      scope: { countries: ["GTM"] },
      oneTime: false,
    });
    const response = await made.app.request("/v1/session", sending("POST", { name: " ANA ", password }));
    expect(await body<Session>(response)).toEqual({
      signed_in: true,
      provider: null,
      name: "ana",
      role: "manager",
      reach: { countries: ["GTM"], projects: [], donors: [], grants: [] },
      must_change_password: false,
    });
    const [cookie] = response.headers.getSetCookie() as [string];
    expect(cookie).toMatch(/^trama\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const ana = await asSignedIn(made.app, "ana", password);
    expect((await body<Session>(ana("/v1/session"))).name).toBe("ana");
    expect((await ana("/v1/session", { method: "DELETE" })).status).toBe(204);
    expect((await body<Session>(ana("/v1/session"))).signed_in).toBe(false);
  });

  it("says the same of a wrong password and of a name that nobody has", async () => {
    const [wrong, unknown, impossible] = await Promise.all(
      ["ana", "berta", "' OR 1=1 --"].map((name) =>
        made.app.request("/v1/session", sending("POST", { name, password: "not the password" })),
      ),
    );
    const first = await body(wrong as Response);
    expect(first).toMatchObject({ status: 401, code: "sign-in.refused" });
    expect(await body(unknown as Response)).toEqual(first);
    expect(await body(impossible as Response)).toEqual(first);
  });

  it("locks a name after ten failures, for a quarter of an hour, whether anybody has it or not", async () => {
    const { password } = await made.accounts.people.add({
      name: "carla",
      role: "researcher",
      scope: {},
      oneTime: false,
    });
    for (const name of ["carla", "nobody-at-all"]) {
      const attempt = (given: string) => made.app.request("/v1/session", sending("POST", { name, password: given }));
      const statuses: number[] = [];
      for (let times = 0; times < 10; times += 1) statuses.push((await attempt("wrong password")).status);
      expect(new Set(statuses)).toEqual(new Set([401]));
      const locked = await attempt(password);
      expect([locked.status, await codeOf(locked)]).toEqual([429, "sign-in.wait"]);
      expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(800);
    }
    made.clock.time += 16 * 60_000;
    expect((await made.app.request("/v1/session", sending("POST", { name: "carla", password }))).status).toBe(200);
  });

  it("counts failures from one address too, whatever the names, and behind a proxy by the address that it tells", async () => {
    const app = createApp({ releases: made.releases, accounts: made.accounts, address: "https://trama.example" });
    const attempt = async (name: string, from: string) => {
      const init = sending("POST", { name, password: "guess" });
      const headers = { ...init.headers, "x-forwarded-for": `203.0.113.9, ${from}` };
      return (await app.request("/v1/session", { ...init, headers })).status;
    };
    const statuses: number[] = [];
    for (let one = 0; one < 52; one += 1) statuses.push(await attempt(`name-${one}`, "198.51.100.7"));
    expect([statuses.slice(0, 50).every((status) => status === 401), statuses.slice(50)]).toEqual([true, [429, 429]]);
    expect(await attempt("name-60", "198.51.100.8")).toBe(401);
    made.clock.time += 16 * 60_000;
  });

  it("counts tries made side by side", async () => {
    await made.accounts.people.add({ name: "dora", role: "researcher", scope: {}, oneTime: false });
    const statuses = await Promise.all(
      Array.from(
        { length: 18 },
        async () =>
          (await made.app.request("/v1/session", sending("POST", { name: "dora", password: "guess" }))).status,
      ),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect((await made.app.request("/v1/session", sending("POST", { name: "dora", password: "guess" }))).status).toBe(
      429,
    );
    made.clock.time += 16 * 60_000;
  });

  it("asks for a password of one's own before anything else where the one given was for once", async () => {
    const { password } = await made.accounts.people.add({ name: "elsa", role: "admin", scope: {}, oneTime: true });
    const elsa = await asSignedIn(made.app, "elsa", password);
    expect(await codeOf(elsa("/v1/accounts"))).toBe("password.change-first");
    const refused: [string, string][] = [
      ["wrong", "a good long password"],
      [password, "short"],
      [password, password],
      [password, "elsa elsa elsa"],
      [password, "aaaaaaaaaaaaaaaa"],
    ];
    for (const [current, next] of refused)
      expect([next, await codeOf(elsa("/v1/session/password", sending("PUT", { current, next })))]).toEqual([
        next,
        "account.password",
      ]);
    const next = "seven blue herons fly";
    expect((await elsa("/v1/session/password", sending("PUT", { current: password, next }))).status).toBe(204);
    expect((await body<Session>(elsa("/v1/session"))).signed_in).toBe(false);
    const again = await asSignedIn(made.app, "elsa", next);
    expect((await again("/v1/accounts")).status).toBe(200);
  });

  it("refuses what a page of another site asks in somebody's name", async () => {
    const fabia = await asNew(made.app, made.accounts, { name: "fabia", role: "researcher", scope: {} });
    for (const headers of [
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: "http://localhost" },
    ] as Record<string, string>[])
      expect([headers, await codeOf(fabia("/v1/session", { method: "DELETE", headers }))]).toEqual([
        headers,
        "page.foreign",
      ]);
    const own = await fabia("/v1/session", {
      method: "DELETE",
      headers: { origin: "http://localhost", host: "localhost" },
    });
    expect(own.status).toBe(204);
  });

  it("keeps no password, token or key in the accounts file or the home folder", async () => {
    const told = await made.accounts.people.add({ name: "gloria", role: "researcher", scope: {}, oneTime: false });
    const { secret } = await made.accounts.tokens.make(told.account.id, { label: "notebook", uses: ["read"], days: 1 });
    made.accounts.file.run("PRAGMA wal_checkpoint(TRUNCATE)");
    const bytes = await readFile(join(made.home, "accounts.db"));
    for (const text of [told.password, secret, secret.slice("trama_".length), made.accounts.secrets.session])
      expect(bytes.includes(text)).toBe(false);
    expect(bytes.includes("$argon2id$v=19$m=19456,t=2,p=1$")).toBe(true);
  });
});
