import { createRoute, z } from "@hono/zod-openapi";
import type { Accounts } from "../accounts/accounts.ts";
import { problems } from "../problems.ts";
import { problem, type Routes } from "./route.ts";

const path = "/v1/session/oidc";
const sent = (description: string) =>
  ({ 302: { description, headers: { Location: { schema: { type: "string" } } } } }) as const;

const begin = createRoute({
  method: "get",
  path,
  summary: "Sign in with the organisation's own provider",
  description: "Sends a browser to the identity provider (OpenID Connect) that this server was given.",
  responses: {
    ...sent("To the provider."),
    404: problem("This server was given no provider."),
    503: problem("The provider does not answer."),
  },
});

const finish = createRoute({
  method: "get",
  path: `${path}/callback`,
  summary: "Come back from the provider",
  description:
    "Opens a session for the account whose name is the mail address that the provider vouches for, and sends the browser to the dashboard. An account must exist: none is made.",
  request: {
    query: z.object({
      code: z.string().max(4096).optional(),
      state: z.string().max(4096).optional(),
      iss: z.string().max(2048).optional(),
      error: z.string().max(256).optional(),
      error_description: z.string().max(2048).optional(),
    }),
  },
  responses: {
    ...sent("To the dashboard's account page, which says what came of it."),
    400: problem("The question cannot be read."),
    404: problem("This server was given no provider."),
  },
});

/** Sign-in with an organisation's own identity provider. */
export const providerRoutes =
  ({ provider }: Accounts): Routes =>
  (app) => {
    app.openapi(begin, async (c) => {
      if (!provider) throw problems.noProvider();
      const begun = await provider.begin();
      if (!begun) throw problems.providerAway();
      for (const cookie of begun.cookies) c.header("Set-Cookie", cookie, { append: true });
      c.header("Cache-Control", "private, no-store");
      return c.redirect(begun.to, 302);
    });
    app.openapi(finish, async (c) => {
      if (!provider) throw problems.noProvider();
      const outcome = await provider.finish(c.req.raw.headers, c.req.valid("query"));
      c.header("Cache-Control", "private, no-store");
      if (outcome.kind === "refused") return c.redirect("/sign-in?by=provider&refused=1", 302);
      for (const cookie of outcome.cookies) c.header("Set-Cookie", cookie, { append: true });
      c.set("principal", outcome.principal);
      return c.redirect("/sign-in?by=provider", 302);
    });
  };
