import { createRoute, z } from "@hono/zod-openapi";
import type { Accounts } from "../accounts/accounts.ts";
import { PasskeyAnswer, PasskeyBody, PasskeyOptions, PasskeysAnswer, Session } from "../contract/index.ts";
import { problems } from "../problems.ts";
import { mended } from "./mended.ts";
import { account, signInFirst } from "./principal.ts";
import { problem, type Routes } from "./route.ts";
import { ownSession, said } from "./session.ts";

const options = {
  200: { description: "For the browser.", content: { "application/json": { schema: PasskeyOptions } } },
};
const refusals = { 401: problem("Nobody is signed in."), 403: problem("A token makes no passkeys.") };

const begin = createRoute({
  method: "post",
  path: "/v1/session/passkeys/options",
  summary: "Begin to add a passkey",
  description: "What navigator.credentials.create() needs.",
  middleware: [signInFirst] as const,
  security: account,
  responses: { ...options, ...refusals },
});

const add = createRoute({
  method: "post",
  path: "/v1/session/passkeys",
  summary: "Add a passkey",
  description: "Keeps what navigator.credentials.create() gave.",
  middleware: [signInFirst] as const,
  security: account,
  request: { body: { required: true, content: { "application/json": { schema: PasskeyBody } } } },
  responses: { 204: { description: "Added." }, 400: problem("It could not be checked."), ...refusals },
});

const list = createRoute({
  method: "get",
  path: "/v1/session/passkeys",
  summary: "The caller's passkeys",
  description: "By their labels.",
  middleware: [signInFirst] as const,
  security: account,
  responses: {
    200: { description: "The passkeys.", content: { "application/json": { schema: PasskeysAnswer } } },
    ...refusals,
  },
});

const remove = createRoute({
  method: "delete",
  path: "/v1/session/passkeys/{id}",
  summary: "Remove a passkey",
  description: "It signs nobody in from now on.",
  middleware: [signInFirst] as const,
  security: account,
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: { 204: { description: "Removed." }, 404: problem("No such passkey."), ...refusals },
});

const challenge = createRoute({
  method: "post",
  path: "/v1/session/passkey/options",
  summary: "Begin to sign in with a passkey",
  description: "What navigator.credentials.get() needs.",
  responses: options,
});

const signIn = createRoute({
  method: "post",
  path: "/v1/session/passkey",
  summary: "Sign in with a passkey",
  description: "Takes what navigator.credentials.get() gave.",
  request: { body: { required: true, content: { "application/json": { schema: PasskeyAnswer } } } },
  responses: {
    200: { description: "Signed in.", content: { "application/json": { schema: Session } } },
    401: problem("It is not good, or the account is disabled."),
  },
});

/** Passkeys of an account, and sign-in with one. */
export const passkeyRoutes =
  ({ passkeys, provider }: Accounts): Routes =>
  (app) => {
    app.openapi(begin, async (c) => {
      ownSession(c);
      const { value, cookies } = await mended(() => passkeys.registration(c.req.raw.headers));
      for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
      return c.json(value, 200);
    });
    app.openapi(add, async (c) => {
      ownSession(c);
      const { label, response } = c.req.valid("json");
      await mended(() => passkeys.register(c.req.raw.headers, label, response));
      return c.body(null, 204);
    });
    app.openapi(list, (c) => c.json({ passkeys: passkeys.list(ownSession(c).account) }, 200));
    app.openapi(remove, async (c) => {
      const { account: owner } = ownSession(c);
      await mended(() => passkeys.remove(owner, c.req.valid("param").id));
      return c.body(null, 204);
    });
    app.openapi(challenge, async (c) => {
      const { value, cookies } = await passkeys.challenge(c.req.raw.headers);
      for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
      c.header("Cache-Control", "private, no-store");
      return c.json(value, 200);
    });
    app.openapi(signIn, async (c) => {
      const found = await passkeys.signIn(c.req.raw.headers, c.req.valid("json").response);
      if (!found) throw problems.signInRefused();
      for (const cookie of found.cookies) c.header("Set-Cookie", cookie, { append: true });
      c.set("principal", found.value);
      return c.json(said(found.value, provider?.name ?? null), 200);
    });
  };
