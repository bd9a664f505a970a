import type { Context, MiddlewareHandler } from "hono";
import type { Accounts } from "../accounts/accounts.ts";
import { nobody, type Principal, type SignedIn } from "../policies/principal.ts";
import { problems } from "../problems.ts";

declare module "hono" {
  interface ContextVariableMap {
    principal: Principal;
  }
}

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Finds out who asks, before any route: by token or by session cookie. A cookie may change something only from a page of
 * this server's own; a one-time password must be replaced before anything else.
 */
export function findPrincipal(accounts: Accounts | undefined, address?: string): MiddlewareHandler {
  return async (c, next) => {
    const principal = accounts ? await accounts.sessions.whoIs(c.req.raw.headers) : nobody;
    if (!principal) throw problems.tokenRefused();
    if (!safe.has(c.req.method) && c.req.header("authorization") === undefined && !fromOwnPage(c, address))
      throw problems.foreignPage();
    if (principal.kind !== "public" && principal.mustChange && !c.req.path.startsWith("/v1/session"))
      throw problems.changePasswordFirst();
    c.set("principal", principal);
    await next();
    // What is answered at one address depends on who asks, so no cache may take one answer for another.
    c.res.headers.append("Vary", "Cookie, Authorization");
    if (principal.kind !== "public" && c.res.status !== 304) c.res.headers.set("Cache-Control", "private, no-store");
  };
}

/** Who asks, where the route is for signed-in callers only. */
export function signedIn(c: Context): SignedIn {
  const principal = c.get("principal");
  if (principal.kind === "public") throw problems.notSignedIn();
  return principal;
}

/** Asks to sign in before anything of the request is looked at. */
export const signInFirst: MiddlewareHandler = async (c, next) => {
  signedIn(c);
  await next();
};

/** Whether the request was made by a page of this server (or by no page at all, as by a program). */
function fromOwnPage(c: Context, address: string | undefined): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const origin = c.req.header("origin");
  if (origin === undefined) return true;
  const own = address ? [new URL(address).host] : [];
  return URL.canParse(origin) && [c.req.header("host"), ...own].includes(new URL(origin).host);
}
