import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Accounts } from "../accounts/accounts.ts";
import type { Account } from "../accounts/people.ts";
import {
  AccountItem,
  AccountMade,
  AccountsAnswer,
  ChangeAccountBody,
  NewAccountBody,
  TokensAnswer,
} from "../contract/index.ts";
import { permit } from "../policies/can.ts";
import { smallBody } from "./body.ts";
import { mended } from "./mended.ts";
import { account, signedIn } from "./principal.ts";
import { problem, type Routes } from "./route.ts";
import { plain } from "./session.ts";

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

const listTokens = createRoute({
  method: "get",
  path: "/v1/accounts/{name}/tokens",
  summary: "The tokens of an account",
  description: "For admins. Without the tokens themselves; nobody but its holder makes a token of an account.",
  request: named,
  security: account,
  responses: {
    200: { description: "The tokens.", content: { "application/json": { schema: TokensAnswer } } },
    404: problem("No such account."),
    ...refusals,
  },
});

const revokeToken = createRoute({
  method: "delete",
  path: "/v1/accounts/{name}/tokens/{id}",
  summary: "Revoke a token of an account",
  description: "For admins. It is refused from now on.",
  request: { params: z.object({ name: z.string().max(64), id: z.string().max(64) }) },
  security: account,
  responses: { 204: { description: "Revoked." }, 404: problem("No such account, or no such token."), ...refusals },
});

/** Accounts over HTTP, for admins: the same as `trama user`, and tokens to look at and revoke. The audit log says which account. */
export const accountRoutes =
  ({ people, tokens }: Accounts): Routes =>
  (app) => {
    const said = (account: Account) => itemOf(account, people.locked(account));
    const about = (c: Context, { id }: Account) => c.set("about", { account: id });
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
      about(c, account);
      return c.json({ account: said(account), password }, 201);
    });
    app.openapi(change, async (c) => {
      permit(signedIn(c), "account.change");
      const { role, reach, disabled } = c.req.valid("json");
      const { name } = c.req.valid("param");
      let account = await mended(() => people.find(name));
      about(c, account);
      if (role !== undefined || reach !== undefined)
        account = await mended(() => people.set(name, { role, scope: reach }));
      if (disabled !== undefined) account = await mended(() => people.disable(name, disabled));
      return c.json(said(account), 200);
    });
    app.openapi(reset, async (c) => {
      permit(signedIn(c), "account.change");
      const { account, password } = await mended(() => people.reset(c.req.valid("param").name));
      about(c, account);
      return c.json({ account: said(account), password }, 201);
    });
    app.openapi(listTokens, async (c) => {
      permit(signedIn(c), "account.list");
      const account = await mended(() => people.find(c.req.valid("param").name));
      about(c, account);
      return c.json({ tokens: tokens.list(account.id).map(plain) }, 200);
    });
    app.openapi(revokeToken, async (c) => {
      permit(signedIn(c), "account.change");
      const { name, id } = c.req.valid("param");
      const account = await mended(() => people.find(name));
      about(c, account);
      await mended(() => tokens.revoke(account.id, id));
      return c.body(null, 204);
    });
  };

function itemOf({ name, role, scope, disabled, must_change, made_at }: Account, locked: boolean): AccountItem {
  const { countries, projects, donors, grants } = scope;
  const reach = { countries, projects, donors, grants };
  return { name, role, reach, disabled, locked, must_change_password: must_change, made_at };
}
