import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Accounts } from "../accounts/accounts.ts";
import { NewToken, NewTokenBody, PasswordBody, Session, SignInBody, TokensAnswer } from "../contract/index.ts";
import { callerAddress } from "../policies/caller.ts";
import type { Principal } from "../policies/principal.ts";
import { problems } from "../problems.ts";
import { smallBody } from "./body.ts";
import { mended } from "./mended.ts";
import { account, signedIn } from "./principal.ts";
import { problem, type Routes } from "./route.ts";

const session = { "application/json": { schema: Session } };
const path = "/v1/session";

const who = createRoute({
  method: "get",
  path,
  summary: "Who asks",
  description: "The account of the session or token that came with the request; the public without one.",
  responses: { 200: { description: "Who asks.", content: session } },
});

const signIn = createRoute({
  method: "post",
  path,
  summary: "Sign in",
  description: "Opens a session of twelve hours, kept in a cookie that scripts cannot read.",
  request: { body: { required: true, content: { "application/json": { schema: SignInBody } } } },
  responses: {
    200: { description: "Signed in.", content: session },
    400: problem("The body cannot be read."),
    401: problem("Name and password do not belong together, or the account is disabled."),
    429: problem("Too many tries; Retry-After says when to try again."),
  },
});

const signOut = createRoute({
  method: "delete",
  path,
  summary: "Sign out",
  description: "Ends the session.",
  responses: { 204: { description: "Signed out." } },
});

const password = createRoute({
  method: "put",
  path: "/v1/session/password",
  summary: "Choose a password",
  description: "Replaces the caller's own password and ends all of its sessions: sign in again.",
  request: { body: { required: true, content: { "application/json": { schema: PasswordBody } } } },
  security: account,
  responses: {
    204: { description: "Chosen." },
    400: problem("The password is not right, or the new one will not do."),
    401: problem("Nobody is signed in."),
    429: problem("Too many tries; Retry-After says when to try again."),
  },
});

const listTokens = createRoute({
  method: "get",
  path: "/v1/session/tokens",
  summary: "The caller's tokens",
  description: "Without the tokens themselves: those are told once.",
  security: account,
  responses: {
    200: { description: "The tokens.", content: { "application/json": { schema: TokensAnswer } } },
    401: problem("Nobody is signed in."),
  },
});

const makeToken = createRoute({
  method: "post",
  path: "/v1/session/tokens",
  summary: "Make a token for programs",
  description: "It reaches what the account reaches, for the uses named, until its day.",
  request: { body: { required: true, content: { "application/json": { schema: NewTokenBody } } } },
  security: account,
  responses: {
    201: { description: "Made; its secret is told once.", content: { "application/json": { schema: NewToken } } },
    400: problem("The body cannot be read."),
    401: problem("Nobody is signed in."),
    403: problem("A token makes no tokens."),
  },
});

const revokeToken = createRoute({
  method: "delete",
  path: "/v1/session/tokens/{id}",
  summary: "Revoke a token",
  description: "It is refused from now on.",
  request: { params: z.object({ id: z.string().max(64) }) },
  security: account,
  responses: { 204: { description: "Revoked." }, 401: problem("Nobody is signed in."), 404: problem("No such token.") },
});

/** Sign-in, sign-out, and what a caller may do with its own account. */
export const sessionRoutes =
  (accounts: Accounts, proxied: boolean): Routes =>
  (app) => {
    const { sessions, tokens, people } = accounts;
    const provider = accounts.provider?.name ?? null;
    app.use("/v1/session", smallBody);
    app.use("/v1/session/*", smallBody);
    app.openapi(who, (c) => {
      c.header("Cache-Control", "private, no-store");
      return c.json(said(c.get("principal"), provider), 200);
    });
    app.openapi(signIn, async (c) => {
      const { name, password } = c.req.valid("json");
      const outcome = await sessions.signIn(name, password, callerAddress(c, proxied));
      if (outcome.kind === "wait") throw problems.tooManyTries(outcome.seconds);
      if (outcome.kind === "refused") throw problems.signInRefused();
      for (const cookie of outcome.cookies) c.header("Set-Cookie", cookie, { append: true });
      c.header("Cache-Control", "private, no-store");
      c.set("principal", outcome.principal);
      return c.json(said(outcome.principal, provider), 200);
    });
    app.openapi(signOut, async (c) => {
      if (c.req.header("cookie") !== undefined)
        for (const cookie of await sessions.signOut(c.req.raw.headers))
          c.header("Set-Cookie", cookie, { append: true });
      return c.body(null, 204);
    });
    app.openapi(password, async (c) => {
      const { account: id, name } = ownSession(c);
      const { current, next } = c.req.valid("json");
      const seconds = await sessions.tryPassword(name, callerAddress(c, proxied), () =>
        mended(() => people.choose({ id, name }, current, next)),
      );
      if (seconds > 0) throw problems.tooManyTries(seconds);
      return c.body(null, 204);
    });
    app.openapi(listTokens, (c) => c.json({ tokens: tokens.list(signedIn(c).account).map(plain) }, 200));
    app.openapi(makeToken, async (c) => {
      const { account } = ownSession(c);
      const { token, secret } = await mended(() => tokens.make(account, c.req.valid("json")));
      return c.json({ token: plain(token), secret }, 201);
    });
    app.openapi(revokeToken, async (c) => {
      const { account } = ownSession(c);
      await mended(() => tokens.revoke(account, c.req.valid("param").id));
      return c.body(null, 204);
    });
  };

/** The account of a session: a token may not change what its account is. */
export function ownSession(c: Context) {
  const principal = signedIn(c);
  if (principal.by.kind === "token") throw problems.sessionRequired();
  return principal;
}

/** A token as it is answered. */
export function plain<T extends { readonly uses: readonly string[] }>(token: T) {
  return { ...token, uses: [...token.uses] as ("read" | "file" | "review" | "publish")[] };
}

/** Who asks, as it is answered. */
export function said(principal: Principal, provider: string | null): Session {
  const reach = { countries: [], projects: [], donors: [], grants: [] };
  if (principal.kind === "public")
    return { signed_in: false, name: null, role: "public", reach, must_change_password: false, provider };
  const { kind: role, name, mustChange } = principal;
  const own =
    principal.kind === "manager"
      ? { countries: [...principal.countries], projects: [...principal.projects] }
      : principal.kind === "donor"
        ? { donors: [...principal.donors], grants: [...principal.grants] }
        : {};
  return { signed_in: true, name, role, reach: { ...reach, ...own }, must_change_password: mustChange, provider };
}
