import { createRoute, z } from "@hono/zod-openapi";
import type { Accounts } from "../accounts/accounts.ts";
import type { Account } from "../accounts/people.ts";
import { AccountItem, AccountMade, AccountsAnswer, ChangeAccountBody, NewAccountBody } from "../contract/index.ts";
import { permit } from "../policies/can.ts";
import { smallBody } from "./body.ts";
import { mended } from "./mended.ts";
import { account, signedIn } from "./principal.ts";
import { problem, type Routes } from "./route.ts";

const refusals = { 401: problem("Nobody is signed in."), 403: problem("For admins.") };
const named = { params: z.object({ name: z.string().max(64) }) };

const list = createRoute({
  method: "get",
  path: "/v1/accounts",
  summary: "The accounts",
  description: "For admins.",
  security: account,
  responses: {
    200: { description: "The accounts.", content: { "application/json": { schema: AccountsAnswer } } },
    ...refusals,
  },
});

const add = createRoute({
  method: "post",
  path: "/v1/accounts",
  summary: "Make an account",
  description: "For admins. Its one-time password is told once.",
  request: { body: { required: true, content: { "application/json": { schema: NewAccountBody } } } },
  security: account,
  responses: {
    201: { description: "Made.", content: { "application/json": { schema: AccountMade } } },
    400: problem("Name, role and reach do not fit."),
    ...refusals,
  },
});

const change = createRoute({
  method: "patch",
  path: "/v1/accounts/{name}",
  summary: "Change an account",
  description: "For admins. Role, reach, or whether it is disabled; its sessions end.",
  request: { ...named, body: { required: true, content: { "application/json": { schema: ChangeAccountBody } } } },
  security: account,
  responses: {
    200: { description: "Changed.", content: { "application/json": { schema: AccountItem } } },
    400: problem("Role and reach do not fit."),
    404: problem("No such account."),
    409: problem("It is the last admin."),
    ...refusals,
  },
});

const reset = createRoute({
  method: "post",
  path: "/v1/accounts/{name}/password",
  summary: "Give an account a new one-time password",
  description: "For admins. Its sessions end.",
  request: named,
  security: account,
  responses: {
    201: { description: "Made.", content: { "application/json": { schema: AccountMade } } },
    404: problem("No such account."),
    ...refusals,
  },
});

/** Accounts over HTTP, for admins: the same as `trama user`. */
export const accountRoutes =
  ({ people }: Accounts): Routes =>
  (app) => {
    app.use("/v1/accounts", smallBody);
    app.use("/v1/accounts/*", smallBody);
    app.openapi(list, async (c) => {
      permit(signedIn(c), "account.list");
      return c.json({ accounts: (await people.list()).map(said) }, 200);
    });
    app.openapi(add, async (c) => {
      permit(signedIn(c), "account.change");
      const { name, role, reach } = c.req.valid("json");
      const { account, password } = await mended(() => people.add({ name, role, scope: reach, oneTime: true }));
      return c.json({ account: said(account), password }, 201);
    });
    app.openapi(change, async (c) => {
      permit(signedIn(c), "account.change");
      const { role, reach, disabled } = c.req.valid("json");
      const { name } = c.req.valid("param");
      let account = await mended(() => people.find(name));
      if (role !== undefined || reach !== undefined)
        account = await mended(() => people.set(name, { role, scope: reach }));
      if (disabled !== undefined) account = await mended(() => people.disable(name, disabled));
      return c.json(said(account), 200);
    });
    app.openapi(reset, async (c) => {
      permit(signedIn(c), "account.change");
      const { account, password } = await mended(() => people.reset(c.req.valid("param").name));
      return c.json({ account: said(account), password }, 201);
    });
  };

function said({ name, role, scope, disabled, must_change, made_at }: Account): AccountItem {
  const { countries, projects, donors, grants } = scope;
  const reach = { countries, projects, donors, grants };
  return { name, role, reach, disabled, must_change_password: must_change, made_at };
}
