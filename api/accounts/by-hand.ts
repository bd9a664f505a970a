import { type Role, roles, type Scope, type TokenUse, tokenUses } from "../policies/principal.ts";
import type { Accounts } from "./accounts.ts";
import type { Account, Told } from "./people.ts";
import { tokenDays } from "./tokens.ts";
import { AccountTrouble } from "./trouble.ts";

/** What a command about accounts has to show: as data, and as lines for a terminal. */
export interface Shown {
  readonly object: unknown;
  readonly lines: readonly string[];
}

export const userVerbs = ["list", "add", "set", "disable", "enable", "password"] as const;
export const tokenVerbs = ["list", "create", "revoke"] as const;

export interface UserOptions {
  readonly role?: string | undefined;
  readonly country?: readonly string[] | undefined;
  readonly project?: readonly string[] | undefined;
  readonly donor?: readonly string[] | undefined;
  readonly grant?: readonly string[] | undefined;
}

/** `trama user`: whoever may write the home folder may change its accounts. */
export async function userByHand(
  { people }: Accounts,
  verb: (typeof userVerbs)[number],
  name: string | undefined,
  options: UserOptions,
): Promise<Shown> {
  if (verb === "list") {
    const accounts = await people.list();
    return {
      object: { accounts },
      lines: accounts.length === 0 ? ["There is no account yet. See trama user add."] : accounts.map(line),
    };
  }
  if (name === undefined) throw new AccountTrouble("unknown", `Name the account: trama user ${verb} NAME.`);
  switch (verb) {
    case "add": {
      const role = options.role as Role | undefined;
      if (role === undefined) throw new AccountTrouble("scope", `Give the account a role: --role ${roles.join("|")}.`);
      return told(await people.add({ name, role, scope: scopeOf(options) ?? {}, oneTime: true }));
    }
    case "set": {
      const account = await people.set(name, { role: options.role as Role | undefined, scope: scopeOf(options) });
      return { object: { account }, lines: [line(account)] };
    }
    case "disable":
    case "enable": {
      const account = await people.disable(name, verb === "disable");
      return { object: { account }, lines: [line(account)] };
    }
    case "password":
      return told(await people.reset(name));
  }
}

export interface TokenOptions {
  readonly label?: string | undefined;
  readonly use?: readonly string[] | undefined;
  readonly days?: number | undefined;
}

/** `trama token`: tokens of an account, for programs. */
export async function tokenByHand(
  { people, tokens }: Accounts,
  verb: (typeof tokenVerbs)[number],
  name: string,
  id: string | undefined,
  { label = "token", use = ["read"], days = tokenDays.usual }: TokenOptions,
): Promise<Shown> {
  const account = await people.find(name);
  switch (verb) {
    case "list": {
      const listed = tokens.list(account.id);
      const lines = listed.map(
        (token) =>
          `${token.id}  ${token.label.padEnd(20)} ${token.begins}…  ${token.uses.join(",")}  until ${token.expires_at.slice(0, 10)}${token.last_used_at ? `, used ${token.last_used_at.slice(0, 10)}` : ", never used"}`,
      );
      return { object: { tokens: listed }, lines: lines.length === 0 ? [`${account.name} has no token.`] : lines };
    }
    case "create": {
      const unknown = use.filter((wanted) => !tokenUses.some((known) => known === wanted));
      if (unknown.length > 0)
        throw new AccountTrouble("scope", `There is no use "${unknown[0]}"; known are ${tokenUses.join(", ")}.`);
      const { token, secret } = await tokens.make(account.id, { label, uses: use as TokenUse[], days });
      return {
        object: { token, secret },
        lines: [secret, `For ${token.uses.join(", ")}, until ${token.expires_at.slice(0, 10)}. It is not told again.`],
      };
    }
    case "revoke": {
      if (id === undefined)
        throw new AccountTrouble("unknown", `Name the token: trama token revoke ${name} ID (see trama token list).`);
      tokens.revoke(account.id, id);
      return { object: { revoked: id }, lines: [`The token ${id} is refused from now on.`] };
    }
  }
}

function told({ account, password }: Told): Shown {
  return {
    object: { account, password },
    lines: [line(account), `One-time password: ${password}`, "It is not told again, and is replaced at first sign-in."],
  };
}

function line({ name, role, scope, disabled, must_change }: Account): string {
  const reach = Object.values(scope).flat().join(" ");
  return `${name.padEnd(20)} ${role.padEnd(10)} ${reach}${must_change ? "  (one-time password)" : ""}${disabled ? "  (disabled)" : ""}`.trimEnd();
}

/** The reach named by options; undefined where none was named. */
function scopeOf({ country, project, donor, grant }: UserOptions): Partial<Scope> | undefined {
  const scope = { countries: country, projects: project, donors: donor, grants: grant };
  if (Object.values(scope).every((part) => part === undefined)) return undefined;
  return Object.fromEntries(Object.entries(scope).map(([part, codes]) => [part, [...(codes ?? [])]]));
}
