import { nobody, type Principal, principalOf } from "../policies/principal.ts";
import type { Attempts } from "./attempts.ts";
import type { AccountsLibrary } from "./library.ts";
import { accountOf, addressOf, type Kept, nameOf } from "./people.ts";
import type { Tokens } from "./tokens.ts";

/** What a sign-in came to. */
export type SignIn =
  | { readonly kind: "in"; readonly principal: Principal; readonly cookies: readonly string[] }
  | { readonly kind: "refused" }
  | { readonly kind: "wait"; readonly seconds: number };

/** Sign-in, sign-out, and who a request comes from. */
export interface Sessions {
  signIn(name: string, password: string, address: string): Promise<SignIn>;
  /**
   * Checks a password in another way than by signing in, counted and kept waiting like a sign-in: seconds to wait, 0 where
   * it was tried. What the check throws is thrown on.
   */
  tryPassword(name: string, address: string, check: () => Promise<void>): Promise<number>;
  /** Ends the session of these headers; the cookies to send back. */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** Who asks; undefined where a token was given that is not good. */
  whoIs(headers: Headers): Promise<Principal | undefined>;
}

/** Hashing a password takes memory and time, so few are hashed at once and few may wait. */
const hashing = { atOnce: 2, waiting: 16 } as const;

export function sessions({ api, users }: AccountsLibrary, attempts: Attempts, tokens: Tokens): Sessions {
  const gate = turnstile(hashing.atOnce, hashing.waiting);
  return {
    async signIn(given, password, address) {
      const name = safeName(given);
      const seconds = attempts.wait(name, address);
      if (seconds > 0) return { kind: "wait", seconds };
      if (!(await gate.enter())) return { kind: "wait", seconds: 1 };
      try {
        // Counted before it is tried, and looked at again: tries side by side cannot outrun the count.
        const meanwhile = attempts.wait(name, address);
        if (meanwhile > 0) return { kind: "wait", seconds: meanwhile };
        attempts.failed(name, address);
        const response = await api.signInEmail({
          body: { email: addressOf(name), password: password.slice(0, 400) },
          asResponse: true,
        });
        if (!response.ok) return { kind: "refused" };
        const cookies = response.headers.getSetCookie();
        const principal = await sessionOf(api, cookies);
        if (principal.kind === "public") return { kind: "refused" };
        attempts.forget(name, address);
        return { kind: "in", principal, cookies };
      } finally {
        gate.leave();
      }
    },
    async tryPassword(name, address, check) {
      const seconds = attempts.wait(name, address);
      if (seconds > 0) return seconds;
      if (!(await gate.enter())) return 1;
      try {
        const meanwhile = attempts.wait(name, address);
        if (meanwhile > 0) return meanwhile;
        attempts.failed(name, address);
        await check();
        attempts.forget(name, address);
        return 0;
      } finally {
        gate.leave();
      }
    },
    async signOut(headers) {
      const response = await api.signOut({ headers, asResponse: true });
      return response.headers.getSetCookie();
    },
    async whoIs(headers) {
      const authorization = headers.get("authorization");
      if (authorization === null) return headers.has("cookie") ? ofSession(api, headers) : nobody;
      const secret = /^Bearer (trama_[A-Za-z]{20,200})$/.exec(authorization)?.[1];
      const token = secret === undefined ? undefined : await tokens.check(secret);
      const user = token && (await users.findUserById(token.account));
      if (!user) return undefined;
      const account = accountOf(user as never as Kept);
      if (account.disabled) return undefined;
      const by = { kind: "token" as const, uses: token.uses };
      return principalOf(account.role, account.scope, {
        account: account.id,
        name: account.name,
        by,
        mustChange: false,
      });
    },
  };
}

/** Whom the session belongs to that these cookies open. */
export function sessionOf(api: AccountsLibrary["api"], cookies: readonly string[]): Promise<Principal> {
  return ofSession(api, new Headers({ cookie: cookies.map(pairOf).join("; ") }));
}

async function ofSession(api: AccountsLibrary["api"], headers: Headers): Promise<Principal> {
  const found = await api.getSession({ headers });
  if (!found) return nobody;
  const { id, name, role, scope, disabled, must_change } = accountOf(found.user as never as Kept);
  if (disabled) return nobody;
  return principalOf(role, scope, { account: id, name, by: { kind: "session" }, mustChange: must_change });
}

/** A name that no account can have is tried like any other: refusing it at once would tell something. */
function safeName(given: string): string {
  try {
    return nameOf(given);
  } catch {
    return "nobody-of-that-name";
  }
}

function pairOf(cookie: string): string {
  return cookie.split(";")[0] as string;
}

function turnstile(atOnce: number, most: number) {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    async enter(): Promise<boolean> {
      if (inside >= atOnce) {
        if (waiting.length >= most) return false;
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else inside += 1;
      return true;
    },
    leave(): void {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    },
  };
}
