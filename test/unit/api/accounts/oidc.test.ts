import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Accounts, openAccounts } from "../../../../api/accounts/accounts.ts";
import { answers, type OidcSettings, readOidc } from "../../../../api/accounts/oidc.ts";
import { createApp } from "../../../../api/app.ts";
import { openReleases } from "../../../../api/release.ts";
import { asSignedIn } from "../../../accounts.ts";
import { identityProvider, type Vouched } from "../../../identity-provider.ts";

const address = "http://127.0.0.1:4321";
const ana = { sub: "subject-1", email: "ana@office.example", email_verified: true } as const;

let folder: string;
let idp: Awaited<ReturnType<typeof identityProvider>>;
let accounts: Accounts;
let app: ReturnType<typeof createApp>;
let settings: OidcSettings;
let oneTime: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "trama-oidc-"));
  idp = await identityProvider();
});
afterAll(async () => {
  await idp.close();
  await rm(folder, { recursive: true, force: true });
});

let turn = 0;
beforeEach(async () => {
  accounts?.close();
  turn += 1;
  const home = join(folder, `home-${turn}`);
  settings = { issuer: idp.issuer, clientId: idp.client.id, clientSecret: idp.client.secret, name: "Office" };
  accounts = await openAccounts(home, { keys: join(folder, `keys-${turn}`), address, oidc: settings });
  app = createApp({ releases: openReleases(join(home, "releases")), accounts, address });
  const added = await accounts.people.add({
    name: ana.email,
    role: "manager",
    scope: { countries: ["GTM"] },
    oneTime: true,
  });
  oneTime = added.password;
});
afterAll(() => accounts.close());

const pairsOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

/** Goes to the provider and comes back, as a browser does. */
async function goAndComeBack(
  person: Vouched | null,
  change: (back: URL, cookie: string) => [URL, string] = (u, c) => [u, c],
) {
  idp.vouch(person);
  const begun = await app.request("/v1/session/oidc");
  expect(begun.status).toBe(302);
  const there = await fetch(begun.headers.get("location") as string, { redirect: "manual" });
  const [back, cookie] = change(new URL(there.headers.get("location") as string), pairsOf(begun));
  expect(back.origin + back.pathname).toBe(`${address}/v1/session/oidc/callback`);
  const response = await app.request(`${back.pathname}${back.search}`, { headers: { cookie } });
  return { begun, response, back, cookie };
}

async function whoIs(response: Response) {
  return (await (await app.request("/v1/session", { headers: { cookie: pairsOf(response) } })).json()) as {
    signed_in: boolean;
    name: string;
  };
}

describe("signing in with the organisation's own provider", () => {
  it("opens a session for the account of that verified mail address, with the role and reach that it has here", async () => {
    const { begun, response } = await goAndComeBack(ana);
    expect([response.status, response.headers.get("location")]).toEqual([302, "/sign-in?by=provider"]);
    expect(await whoIs(response)).toMatchObject({
      signed_in: true,
      name: ana.email,
      role: "manager",
      reach: { countries: ["GTM"] },
      must_change_password: false,
      provider: "Office",
    });
    const away = new URL(begun.headers.get("location") as string);
    expect(away.searchParams.get("code_challenge_method")).toBe("S256");
    expect(away.searchParams.get("nonce")).toMatch(/^.{20,}$/);
    expect(away.searchParams.get("scope")?.split(" ").sort()).toEqual(["email", "openid"]);
    // The cookie of the way there must come back from another site; the session's own never travels from one.
    expect(begun.headers.getSetCookie().join()).toMatch(/oauth_state=.*HttpOnly.*SameSite=Lax/i);
    expect(response.headers.getSetCookie().find((one) => one.includes("session_token="))).toMatch(
      /HttpOnly.*SameSite=Strict/i,
    );
    expect(accounts.audit.verify().differences).toEqual([]);
  });

  it("ends the one-time password of an account, and knows the person again by the provider's own number", async () => {
    await goAndComeBack(ana);
    await expect(asSignedIn(app, ana.email, oneTime)).rejects.toThrow(/401/);
    const { response } = await goAndComeBack({ ...ana, email: "ana.new@office.example" });
    expect(await whoIs(response)).toMatchObject({ signed_in: true, name: ana.email });
  });

  it("makes no account, and trusts no address that the provider does not vouch for", async () => {
    for (const person of [{ ...ana, email: "stranger@office.example" }, { ...ana, email_verified: false }, null]) {
      const { response } = await goAndComeBack(person);
      expect(response.headers.get("location")).toBe("/sign-in?by=provider&refused=1");
      expect((await whoIs(response)).signed_in).toBe(false);
    }
    expect((await accounts.people.list()).map(({ name }) => name)).toEqual([ana.email]);
  });

  it.each(["nonce", "key", "audience", "issuer", "expired"] as const)(
    "refuses what the provider signed when its %s is wrong",
    async (wrong) => {
      const { response } = await goAndComeBack({ ...ana, wrong });
      expect(response.headers.get("location")).toMatch(/refused/);
      expect((await whoIs(response)).signed_in).toBe(false);
    },
  );

  it("refuses a disabled account, though the provider vouches for it", async () => {
    await accounts.people.add({ name: "boss", role: "admin", scope: {}, oneTime: false });
    await goAndComeBack(ana);
    await accounts.people.disable(ana.email, true);
    const { response } = await goAndComeBack(ana);
    expect(response.headers.get("location")).toMatch(/refused/);
    expect((await whoIs(response)).signed_in).toBe(false);
  });

  it("refuses to come back without having gone, with another's state, and twice with one code", async () => {
    const told = (change: (query: URLSearchParams) => void) => (back: URL, cookie: string) => {
      change(back.searchParams);
      return [back, cookie] as [URL, string];
    };
    const strange: [string, (back: URL, cookie: string) => [URL, string]][] = [
      ["no cookie", (back) => [back, ""]],
      ["another state", told((query) => query.set("state", "x".repeat(32)))],
      ["no state", told((query) => query.delete("state"))],
      ["no code", told((query) => query.delete("code"))],
      ["a refusal", told((query) => query.set("error", "access_denied"))],
    ];
    for (const [name, change] of strange) {
      const { response } = await goAndComeBack(ana, change);
      expect([name, response.status, response.headers.get("location")]).toEqual([
        name,
        302,
        "/sign-in?by=provider&refused=1",
      ]);
      expect([name, (await whoIs(response)).signed_in]).toEqual([name, false]);
    }
    const { back, cookie } = await goAndComeBack(ana);
    const again = await app.request(`${back.pathname}${back.search}`, { headers: { cookie } });
    expect(again.headers.get("location")).toMatch(/refused/);
  });

  it("keeps nothing that the provider gave for itself", async () => {
    await goAndComeBack(ana);
    const rows = accounts.file.all<Record<string, unknown>>("SELECT * FROM account WHERE providerId = 'oidc'");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ accountId: ana.sub, accessToken: null, refreshToken: null, idToken: null });
    const bytes = await Promise.all(
      ["accounts.db", "accounts.db-wal"].map((name) =>
        readFile(join(folder, `home-${turn}`, name), "latin1").catch(() => ""),
      ),
    );
    expect(bytes.join("")).not.toMatch(/secret-[0-9a-f-]{36}|eyJhbGciOi/);
  });
});

describe("a server without a provider", () => {
  it("says so, and tells readers of none", async () => {
    const home = join(folder, "plain");
    const plain = await openAccounts(home, { keys: join(folder, "plain-keys") });
    const without = createApp({ releases: openReleases(join(home, "releases")), accounts: plain });
    for (const path of ["/v1/session/oidc", "/v1/session/oidc/callback?code=x&state=y"]) {
      const response = await without.request(path);
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
        404,
        "session.no-provider",
      ]);
    }
    expect(await (await without.request("/v1/session")).json()).toMatchObject({ provider: null });
    plain.close();
  });
});

describe("the settings of a provider", () => {
  const file = () => join(folder, "secret");
  const whole = () => ({
    TRAMA_OIDC_ISSUER: "https://id.example",
    TRAMA_OIDC_CLIENT_ID: "trama",
    TRAMA_OIDC_SECRET_FILE: file(),
  });

  it("are read from the environment, the secret from its file, and are off where nothing is set", async () => {
    await writeFile(file(), "hush\n");
    expect(await readOidc({}, address)).toBeUndefined();
    expect(await readOidc(whole(), address)).toEqual({
      issuer: "https://id.example",
      clientId: "trama",
      clientSecret: "hush",
      name: "id.example",
    });
  });

  it("are refused with the name of what is missing or wrong", async () => {
    await writeFile(file(), "hush");
    const refused = (change: Record<string, string>, at: string | undefined = address) =>
      readOidc({ ...whole(), ...change }, at).then(
        () => "taken",
        (error: Error) => error.message,
      );
    expect(await refused({ TRAMA_OIDC_CLIENT_ID: "" })).toMatch(/needs TRAMA_OIDC_CLIENT_ID too/);
    expect(await refused({ TRAMA_OIDC_ISSUER: "http://id.example" })).toMatch(/must be an https address/);
    expect(await refused({ TRAMA_OIDC_ISSUER: "nonsense" })).toMatch(/must be an https address/);
    expect(await refused({ TRAMA_OIDC_SECRET_FILE: join(folder, "none") })).toMatch(/cannot be read \(ENOENT\)/);
    await writeFile(join(folder, "blank"), " \n");
    expect(await refused({ TRAMA_OIDC_SECRET_FILE: join(folder, "blank") })).toMatch(/is empty/);
    expect(await readOidc(whole(), undefined).catch((error: Error) => error.message)).toMatch(/needs --address/);
  });

  it("are tried before they are used: a provider that is away, or names itself otherwise, is none", async () => {
    expect(await answers({ issuer: idp.issuer })).toBe(true);
    expect(await answers({ issuer: `${idp.issuer}/` })).toBe(false);
    expect(await answers({ issuer: "http://127.0.0.1:1" })).toBe(false);
  });
});
