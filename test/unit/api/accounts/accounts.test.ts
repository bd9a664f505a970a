import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstAdmin, openAccounts } from "../../../../api/accounts/accounts.ts";
import { asNew, asSignedIn, homeWithAccounts, sending } from "../../../accounts.ts";
import { emptyFolder } from "../../../home.ts";

let made: Awaited<ReturnType<typeof homeWithAccounts>>;
beforeAll(async () => {
  made = await homeWithAccounts();
});
afterAll(() => made.accounts.close());

const codeOf = async (response: Response | Promise<Response>) =>
  ((await (await response).json()) as { code?: string }).code;
const bearer = (secret: string): RequestInit => ({ headers: { authorization: `Bearer ${secret}` } });

describe("accounts", () => {
  it("begin with one admin, made once", async () => {
    const first = await firstAdmin(made.accounts);
    expect(first?.account).toMatchObject({ name: "admin", role: "admin", must_change: true });
    expect(first?.password).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
    expect(await firstAdmin(made.accounts)).toBeUndefined();
  });

  it("refuse a reach that does not fit the role, and a manager without any", async () => {
    for (const [role, scope] of [
      ["manager", {}],
      ["manager", { donors: ["donor-a"] }],
      ["donor", {}],
      ["donor", { donors: ["donor-a"], countries: ["GTM"] }],
      ["researcher", { countries: ["GTM"] }],
      ["admin", { projects: ["GTM-S1"] }],
    ] as const)
      await expect(
        made.accounts.people.add({ name: "strange", role, scope: scope as never, oneTime: true }),
      ).rejects.toThrow();
  });

  it("keep an admin: the last one can be neither disabled nor given another role", async () => {
    await expect(made.accounts.people.disable("admin", true)).rejects.toThrow("last admin");
    await expect(made.accounts.people.set("admin", { role: "researcher" })).rejects.toThrow("last admin");
  });

  it("lose sessions and tokens at once when disabled, and sessions when their reach changes", async () => {
    const hana = await asNew(made.app, made.accounts, { name: "hana", role: "manager", scope: { countries: ["GTM"] } });
    const { id } = await made.accounts.people.find("hana");
    const { secret } = await made.accounts.tokens.make(id, { label: "n", uses: ["read"], days: 1 });
    expect((await made.app.request("/v1/session", bearer(secret))).status).toBe(200);
    await made.accounts.people.set("hana", { scope: { countries: ["HND"] } });
    expect(((await (await hana("/v1/session")).json()) as { signed_in: boolean }).signed_in).toBe(false);
    const reach = (await (await made.app.request("/v1/session", bearer(secret))).json()) as { reach: unknown };
    expect(reach.reach).toMatchObject({ countries: ["HND"] });
    await made.accounts.people.disable("hana", true);
    expect(await codeOf(made.app.request("/v1/session", bearer(secret)))).toBe("token.refused");
    await expect(asSignedIn(made.app, "hana", "whatever it was")).rejects.toThrow("401");
  });

  it("are changed over HTTP by admins in a session only", async () => {
    const ines = await asNew(made.app, made.accounts, { name: "ines", role: "admin", scope: {} });
    const jana = await asNew(made.app, made.accounts, { name: "jana", role: "manager", scope: { countries: ["GTM"] } });
    const order = sending("POST", { name: "kira", role: "donor", reach: { donors: ["donor-b"] } });
    expect(await codeOf(made.app.request("/v1/accounts", order))).toBe("sign-in.required");
    expect(await codeOf(jana("/v1/accounts", order))).toBe("role.not-permitted");
    const { secret } = await made.accounts.tokens.make((await made.accounts.people.find("ines")).id, {
      label: "n",
      uses: ["read", "file", "review", "publish"],
      days: 1,
    });
    expect(await codeOf(made.app.request("/v1/accounts", bearer(secret)))).toBe("token.not-for-this");
    const answer = await ines("/v1/accounts", order);
    expect(answer.status).toBe(201);
    const { password } = (await answer.json()) as { password: string };
    expect(await codeOf((await asSignedIn(made.app, "kira", password))("/v1/countries"))).toBe("password.change-first");
    expect(await codeOf(ines("/v1/accounts", order))).toBe("account.exists");
    expect(await codeOf(ines("/v1/accounts/nobody", sending("PATCH", { disabled: true })))).toBe("account.unknown");
    expect((await ines("/v1/accounts/kira", sending("PATCH", { disabled: true }))).status).toBe(200);
    await expect(asSignedIn(made.app, "kira", password)).rejects.toThrow("401");
  });
});

describe("what an admin sees and does over HTTP", () => {
  it("is in the audit log by account, and tells locks, one-time passwords and tokens, never their secrets", async () => {
    const { app, accounts } = made;
    const admin = await asNew(app, accounts, { name: "nora", role: "admin", scope: {} });
    const order = sending("POST", { name: "olga", role: "manager", reach: { countries: ["GTM"] } });
    const { password } = (await (await admin("/v1/accounts", order)).json()) as { password: string };
    const { id } = await accounts.people.find("olga");
    const item = async () => {
      const text = await (await admin("/v1/accounts")).text();
      expect(text).not.toContain(password);
      const { accounts: listed } = JSON.parse(text) as { accounts: { name: string }[] };
      return listed.find(({ name }) => name === "olga");
    };
    expect(await item()).toMatchObject({ locked: false, disabled: false, must_change_password: true });
    for (let turn = 0; turn < 10; turn += 1) await asSignedIn(app, "olga", `wrong ${turn}`).catch(() => {});
    expect(await item()).toMatchObject({ locked: true });
    const reset = await admin("/v1/accounts/olga/password", { method: "POST" });
    expect(reset.headers.get("cache-control")).toBe("private, no-store");
    expect(await item()).toMatchObject({ locked: false, must_change_password: true });

    const { token, secret } = await accounts.tokens.make(id, { label: "sheet", uses: ["read"], days: 3 });
    const tokens = await (await admin("/v1/accounts/olga/tokens")).text();
    expect(tokens).toContain(token.id);
    expect(tokens).not.toContain(secret);
    expect((await admin("/v1/accounts/nora/tokens")).status).toBe(200);
    expect(await codeOf(admin(`/v1/accounts/nora/tokens/${token.id}`, { method: "DELETE" }))).toBe("account.unknown");
    expect(await codeOf(admin("/v1/accounts/olga/tokens", sending("POST", { label: "mine" })))).toBe("route.unknown");
    expect((await admin(`/v1/accounts/olga/tokens/${token.id}`, { method: "DELETE" })).status).toBe(204);
    expect(await codeOf(app.request("/v1/session", bearer(secret)))).toBe("token.refused");

    const log = await readFile(join(made.home, "audit.jsonl"), "utf8");
    const deeds = log
      .split("\n")
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { deed: { did: string; about: Record<string, string> } }).deed)
      .filter(({ about }) => about.account === id)
      .map(({ did }) => did);
    expect(deeds).toEqual(
      expect.arrayContaining([
        "POST /v1/accounts",
        "POST /v1/accounts/:name/password",
        "GET /v1/accounts/:name/tokens",
        "DELETE /v1/accounts/:name/tokens/:id",
      ]),
    );
    expect(log).not.toMatch(new RegExp(`olga|${password}|${secret}`));
    expect(accounts.audit.verify().differences).toEqual([]);
  });

  it("names countries that exist: a manager of a place that is none would see nothing and not be told", async () => {
    const admin = await asNew(made.app, made.accounts, { name: "petra", role: "admin", scope: {} });
    const order = (countries: string[]) => sending("POST", { name: "quin", role: "manager", reach: { countries } });
    for (const countries of [["Guatemala"], ["GTM", "XQX"], []])
      expect(await codeOf(admin("/v1/accounts", order(countries)))).toBe("account.scope");
    expect((await admin("/v1/accounts", order(["GTM", "KEN"]))).status).toBe(201);
  });
});

describe("tokens", () => {
  it("are told once, listed without their secret, and refused when revoked or past their day", async () => {
    const lena = await asNew(made.app, made.accounts, { name: "lena", role: "researcher", scope: {} });
    const answer = await lena("/v1/session/tokens", sending("POST", { label: "notebook", uses: ["read"], days: 2 }));
    expect(answer.status).toBe(201);
    const { token, secret } = (await answer.json()) as { token: { id: string; begins: string }; secret: string };
    expect(secret.startsWith(token.begins)).toBe(true);
    const listed = await (await lena("/v1/session/tokens")).text();
    expect(listed).toContain(token.id);
    expect(listed).not.toContain(secret);
    expect((await made.app.request("/v1/session", bearer(secret))).status).toBe(200);
    expect(
      await codeOf(
        made.app.request("/v1/session/tokens", {
          ...sending("POST", { label: "x" }),
          ...{ headers: { "content-type": "application/json", authorization: `Bearer ${secret}` } },
        }),
      ),
    ).toBe("session.required");
    made.accounts.file.run("UPDATE apikey SET expiresAt = '2020-01-01T00:00:00.000Z' WHERE id = ?", token.id);
    expect(await codeOf(made.app.request("/v1/session", bearer(secret)))).toBe("token.refused");
    const second = (await (await lena("/v1/session/tokens", sending("POST", { label: "b" }))).json()) as {
      token: { id: string };
      secret: string;
    };
    expect((await lena(`/v1/session/tokens/${second.token.id}`, { method: "DELETE" })).status).toBe(204);
    expect(await codeOf(made.app.request("/v1/session", bearer(second.secret)))).toBe("token.refused");
    const mara = await asNew(made.app, made.accounts, { name: "mara", role: "researcher", scope: {} });
    const third = (await (await lena("/v1/session/tokens", sending("POST", { label: "c" }))).json()) as {
      token: { id: string };
    };
    expect(await codeOf(mara(`/v1/session/tokens/${third.token.id}`, { method: "DELETE" }))).toBe("account.unknown");
  });

  it("that were never given are refused, whatever they look like, also for public answers", async () => {
    for (const secret of ["trama_", `trama_${"a".repeat(64)}`, "x", "trama_' OR 1=1", "", "trama_ä"])
      expect([
        secret,
        await codeOf(
          made.app.request("/v1/session", { headers: new Headers([["authorization", `Bearer ${encodeURI(secret)}`]]) }),
        ),
      ]).toEqual([secret, "token.refused"]);
    expect(await codeOf(made.app.request("/v1/session", { headers: { authorization: "Basic YTpi" } }))).toBe(
      "token.refused",
    );
  });
});

describe("the keys of the accounts", () => {
  it("lie outside the home, and are never made anew for accounts that exist", async () => {
    const folder = await emptyFolder("keys");
    const options = { keys: join(folder, "keys") };
    (await openAccounts(join(folder, "home"), options)).close();
    (await openAccounts(join(folder, "home"), options)).close();
    await rm(options.keys, { recursive: true });
    await expect(openAccounts(join(folder, "home"), options)).rejects.toThrow("The key of the accounts is not at");
  });
});
