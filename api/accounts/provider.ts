import type { AccountsLibrary } from "./library.ts";
import { providerId } from "./oidc.ts";
import type { People } from "./people.ts";
import { type SignIn, sessionOf } from "./sessions.ts";

/** Sign-in with an organisation's own identity provider. It opens accounts that exist, and makes none. */
export interface Provider {
  /** What people know it by. */
  readonly name: string;
  /** Where to send a browser, with what it must bring back; undefined while the provider does not answer. */
  begin(): Promise<{ readonly to: string; readonly cookies: readonly string[] } | undefined>;
  /** What came of it when the browser comes back. */
  finish(headers: Headers, query: Readonly<Record<string, string>>): Promise<Exclude<SignIn, { kind: "wait" }>>;
}

export function provider({ api }: AccountsLibrary, people: People, name: string): Provider {
  return {
    name,
    async begin() {
      const response = await api.signInSocial({
        body: { provider: providerId, callbackURL: "/sign-in", errorCallbackURL: "/sign-in", disableRedirect: true },
        asResponse: true,
      });
      if (!response.ok) return undefined;
      const { url } = (await response.json()) as { url?: string };
      return url === undefined ? undefined : { to: url, cookies: response.headers.getSetCookie() };
    },
    async finish(headers, query) {
      const response: Response = await api.callbackOAuth({
        params: { id: providerId },
        query,
        headers,
        method: "GET",
        asResponse: true,
      });
      const cookies = response.headers.getSetCookie();
      const principal = await sessionOf(api, cookies);
      if (principal.kind === "public") return { kind: "refused" };
      // Whoever comes in this way needs no password: the one-time one stops working.
      if (principal.mustChange) await people.settle(principal.account);
      return { kind: "in", principal: { ...principal, mustChange: false }, cookies };
    },
  };
}
