import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Session } from "../../../../api/contract/index.ts";
import { asNew, homeWithAccounts, type Requested, sending } from "../../../accounts.ts";
import { authenticator } from "../../../authenticator.ts";

const origin = "http://localhost:4321";
let made: Awaited<ReturnType<typeof homeWithAccounts>>;
beforeAll(async () => {
  made = await homeWithAccounts();
});
afterAll(() => made.accounts.close());

/** Asks as a browser's page on this server would, keeping cookies. */
function page(who: Requested): Requested {
  let kept = "";
  return async (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set("origin", origin);
    headers.set("host", new URL(origin).host);
    if (kept) headers.set("cookie", kept);
    const response = await who(path, { ...init, headers: Object.fromEntries(headers) });
    const set = response.headers.getSetCookie().map((line) => line.split(";")[0] as string);
    if (set.length > 0)
      kept = [
        ...kept.split("; ").filter((one) => one && !set.some((now) => now.split("=")[0] === one.split("=")[0])),
        ...set,
      ].join("; ");
    return response;
  };
}

async function register(who: Requested, device: ReturnType<typeof authenticator>): Promise<number> {
  const options = (await (await who("/v1/session/passkeys/options", { method: "POST" })).json()) as never;
  return (await who("/v1/session/passkeys", sending("POST", { label: "phone", response: device.create(options) })))
    .status;
}

async function enter(device: ReturnType<typeof authenticator>): Promise<{ status: number; page: Requested }> {
  const anew = page(async (path, init) => made.app.request(path, init));
  const options = (await (await anew("/v1/session/passkey/options", { method: "POST" })).json()) as never;
  const { status } = await anew("/v1/session/passkey", sending("POST", { response: device.get(options) }));
  return { status, page: anew };
}

/** A page in the session of a new account: its session's cookie, and those that it is given afterwards. */
async function signedInPage(name: string): Promise<Requested> {
  const { password } = await made.accounts.people.add({ name, role: "researcher", scope: {}, oneTime: false });
  const anew = page(async (path, init) => made.app.request(path, init));
  expect((await anew("/v1/session", sending("POST", { name, password }))).status).toBe(200);
  return anew;
}

describe("a passkey", () => {
  it("is added in a session and signs its account in without a password", async () => {
    const device = authenticator(origin);
    const nora = await signedInPage("nora");
    expect(await register(nora, device)).toBe(204);
    const { status, page: anew } = await enter(device);
    expect(status).toBe(200);
    expect(((await (await anew("/v1/session")).json()) as Session).name).toBe("nora");
    const { passkeys } = (await (await nora("/v1/session/passkeys")).json()) as {
      passkeys: { id: string; label: string }[];
    };
    expect(passkeys.map(({ label }) => label)).toEqual(["phone"]);
    const other = await signedInPage("olga");
    expect((await other(`/v1/session/passkeys/${passkeys[0]?.id}`, { method: "DELETE" })).status).toBe(404);
    expect((await nora(`/v1/session/passkeys/${passkeys[0]?.id}`, { method: "DELETE" })).status).toBe(204);
    expect((await enter(device)).status).toBe(401);
  });

  it("is refused from another site, for another challenge, unknown, from a device that checks nobody, and when disabled", async () => {
    const device = authenticator(origin);
    const pia = await signedInPage("pia");
    expect(await register(pia, authenticator("https://elsewhere.example"))).toBe(400);
    expect(await register(pia, authenticator(origin, { verifies: false }))).toBe(400);
    expect(await register(pia, device)).toBe(204);
    expect((await enter(authenticator(origin))).status).toBe(401);
    const anew = page(async (path, init) => made.app.request(path, init));
    const options = (await (await anew("/v1/session/passkey/options", { method: "POST" })).json()) as never;
    const answer = device.get({ ...(options as object), challenge: "AAAA" } as never);
    expect((await anew("/v1/session/passkey", sending("POST", { response: answer }))).status).toBe(401);
    const good = device.get(options);
    // A challenge is good once: the failed try has used it up.
    expect((await anew("/v1/session/passkey", sending("POST", { response: good }))).status).toBe(401);
    expect((await enter(device)).status).toBe(200);
    await made.accounts.people.disable("pia", true);
    expect((await enter(device)).status).toBe(401);
    await made.accounts.people.disable("pia", false);
    await made.accounts.people.reset("pia");
    expect((await enter(device)).status).toBe(401);
  });

  it("is for people: a token adds none", async () => {
    await asNew(made.app, made.accounts, { name: "rosa", role: "researcher", scope: {} });
    const { id } = await made.accounts.people.find("rosa");
    const { secret } = await made.accounts.tokens.make(id, { label: "r", uses: ["read"], days: 1 });
    const response = await made.app.request("/v1/session/passkeys/options", {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(response.status).toBe(403);
  });
});
