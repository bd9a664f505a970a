import type { Principal } from "../policies/principal.ts";
import type { AccountsFile } from "./file.ts";
import type { AccountsLibrary } from "./library.ts";
import type { Sessions } from "./sessions.ts";
import { AccountTrouble } from "./trouble.ts";

/** A passkey as it is listed. */
export interface Passkey {
  readonly id: string;
  readonly label: string;
  readonly made_at: string;
}

/** An answer of the library with the cookies that go with it. */
export interface WithCookies<T> {
  readonly value: T;
  readonly cookies: readonly string[];
}

/** Passkeys (WebAuthn): sign-in without a password, by a device that checks who holds it. */
export interface Passkeys {
  /** What the browser needs to make one for the account of the session. */
  registration(headers: Headers): Promise<WithCookies<object>>;
  /** Keeps the one that the browser made. */
  register(headers: Headers, label: string, response: object): Promise<void>;
  list(account: string): Passkey[];
  remove(account: string, id: string): void;
  /** What the browser needs to sign in with one. */
  challenge(headers: Headers): Promise<WithCookies<object>>;
  /** Signs in; undefined where the answer is not good. */
  signIn(headers: Headers, response: object): Promise<WithCookies<Principal> | undefined>;
}

export function passkeys({ api }: AccountsLibrary, file: AccountsFile, sessions: Sessions): Passkeys {
  return {
    async registration(headers) {
      const response = await api.generatePasskeyRegistrationOptions({ headers, asResponse: true });
      // The library wants a session of this day for it.
      if (!response.ok) throw new AccountTrouble("password", "Sign in anew, then add the passkey.");
      return withCookies(response);
    },
    async register(headers, label, answer) {
      const response = await api.verifyPasskeyRegistration({
        headers,
        body: { response: answer, name: label },
        asResponse: true,
      });
      if (!response.ok)
        throw new AccountTrouble(
          "password",
          "The passkey could not be checked. Begin anew, on this server's own page.",
        );
    },
    list: (account) =>
      file
        .all<{ id: string; name: string | null; createdAt: string }>(
          "SELECT id, name, createdAt FROM passkey WHERE userId = ? ORDER BY createdAt",
          account,
        )
        .map(({ id, name, createdAt }) => ({ id, label: name ?? "", made_at: createdAt })),
    remove(account, id) {
      if (file.run("DELETE FROM passkey WHERE id = ? AND userId = ?", id, account) === 0)
        throw new AccountTrouble("unknown", "This account has no such passkey.");
    },
    async challenge(headers) {
      return withCookies(await api.generatePasskeyAuthenticationOptions({ headers, asResponse: true }));
    },
    async signIn(headers, answer) {
      const response = await api.verifyPasskeyAuthentication({
        headers,
        body: { response: answer as never },
        asResponse: true,
      });
      if (!response.ok) return undefined;
      const cookies = response.headers.getSetCookie();
      const cookie = cookies.map((line) => line.split(";")[0]).join("; ");
      const principal = await sessions.whoIs(new Headers({ cookie }));
      return principal && principal.kind !== "public" ? { value: principal, cookies } : undefined;
    },
  };
}

async function withCookies(response: Response): Promise<WithCookies<object>> {
  return { value: (await response.json()) as object, cookies: response.headers.getSetCookie() };
}
