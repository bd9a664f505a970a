import { join } from "node:path";
import { type Accounts, openAccounts } from "../api/accounts/accounts.ts";
import { createApp } from "../api/app.ts";
import { openReleases } from "../api/release.ts";
import { emptyFolder } from "./home.ts";

/** A home of its own with accounts and nothing else, and an app over it; time stands still until it is moved. */
export async function homeWithAccounts() {
  const folder = await emptyFolder("accounts");
  const clock = { time: new Date("2025-06-01T12:00:00Z").getTime() };
  const keys = join(folder, "keys");
  const home = join(folder, "home");
  const accounts = await openAccounts(home, { keys, now: () => new Date(clock.time) });
  const releases = openReleases(join(home, "releases"));
  return { folder, home, keys, clock, accounts, releases, app: createApp({ releases, accounts }) };
}

export type Requested = (path: string, init?: RequestInit) => Promise<Response>;

/** Asks an app as one who signed in does: with the session's cookie. */
export async function asSignedIn(
  app: ReturnType<typeof createApp>,
  name: string,
  password: string,
): Promise<Requested> {
  const response = await app.request("/v1/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, password }),
  });
  if (response.status !== 200) throw new Error(`Signing in as ${name} gave ${response.status}.`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return async (path, init = {}) => app.request(path, { ...init, headers: { ...init.headers, cookie } });
}

/** Makes an account and asks as it. */
export async function asNew(
  app: ReturnType<typeof createApp>,
  accounts: Accounts,
  account: Omit<Parameters<Accounts["people"]["add"]>[0], "oneTime">,
): Promise<Requested> {
  const { password } = await accounts.people.add({ ...account, oneTime: false });
  return asSignedIn(app, account.name, password);
}

export const sending = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
