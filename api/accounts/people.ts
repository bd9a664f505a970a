import { randomInt } from "node:crypto";
import { findCountry } from "@trama/data/codelists";
import { type Role, roles, Scope } from "../policies/principal.ts";
import type { Attempts } from "./attempts.ts";
import type { AccountsLibrary } from "./library.ts";
import { passwordLengths } from "./password-lengths.ts";
import { AccountTrouble } from "./trouble.ts";

/** An account as it is listed: never with anything of its password. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly disabled: boolean;
  /** Whether a one-time password waits to be replaced. */
  readonly must_change: boolean;
  readonly made_at: string;
}

/** The row of an account as the library keeps it. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly scope: string;
  readonly disabled: boolean | number;
  readonly mustChange: boolean | number;
  readonly createdAt: Date;
}

/** Makes, lists and changes accounts. */
export interface People {
  list(): Promise<Account[]>;
  find(name: string): Promise<Account>;
  /** Whether sign-in is refused for now because a wrong password was given too often. */
  locked(account: Account): boolean;
  /** Makes an account with a password that is told once; `oneTime` makes its holder replace it first. */
  add(account: { name: string; role: Role; scope: Partial<Scope>; oneTime: boolean }): Promise<Told>;
  /** Changes role or scope; sessions end, since they were opened for another reach. */
  set(name: string, change: { role?: Role | undefined; scope?: Partial<Scope> | undefined }): Promise<Account>;
  /** Disabling ends sessions and stops tokens at once. */
  disable(name: string, disabled: boolean): Promise<Account>;
  /** Gives an account a new one-time password, ends its sessions and forgets its passkeys. */
  reset(name: string): Promise<Told>;
  /** Ends an account's one-time password without another in its place: its holder signs in in another way. */
  settle(id: string): Promise<void>;
  /** Replaces an account's password with one of its holder's choosing. */
  choose(account: { id: string; name: string }, current: string, next: string): Promise<void>;
}

export interface Told {
  readonly account: Account;
  readonly password: string;
}

export function people({ users, password: passwords, forgetPasskeys }: AccountsLibrary, attempts: Attempts): People {
  const kept = async (name: string) => {
    const found = await users.findUserByEmail(addressOf(nameOf(name)));
    if (!found) throw new AccountTrouble("unknown", `There is no account "${name}". See trama user list.`);
    return accountOf(found.user as never as Kept);
  };
  const list = async () => ((await users.listUsers(1000)) as never as Kept[]).map(accountOf).sort(byName);
  const stillAdmin = async (but: Account) => {
    if (but.role !== "admin" || but.disabled) return;
    if (!(await list()).some(({ id, role, disabled }) => role === "admin" && !disabled && id !== but.id))
      throw new AccountTrouble("last-admin", "This is the last admin. Make another admin first.");
  };
  const change = async (account: Account, values: Record<string, unknown>) => {
    const changed = await users.updateUser(account.id, values as never);
    await users.deleteUserSessions(account.id);
    return accountOf(changed as never as Kept);
  };
  return {
    list,
    find: kept,
    locked: ({ name }) => attempts.locked(name),
    async add({ name, role, scope, oneTime }) {
      const named = nameOf(name);
      const email = addressOf(named);
      if (await users.findUserByEmail(email))
        throw new AccountTrouble("exists", `There is an account "${named}" already. Choose another name.`);
      const password = newPassword();
      const hash = await passwords.hash(password);
      const made = await users.createUser(
        {
          email,
          name: named,
          emailVerified: true,
          role: roleOf(role),
          scope: JSON.stringify(scopeOf(role, scope)),
          disabled: false,
          mustChange: oneTime,
        } as never,
        { method: "admin" },
      );
      await users.linkAccount({
        userId: made.id,
        providerId: "credential",
        accountId: made.id,
        password: hash,
      } as never);
      return { account: accountOf(made as never as Kept), password };
    },
    async set(name, { role, scope }) {
      const account = await kept(name);
      const next = roleOf(role ?? account.role);
      if (next !== "admin") await stillAdmin(account);
      const reach = scopeOf(next, scope ?? (next === account.role ? account.scope : {}));
      return change(account, { role: next, scope: JSON.stringify(reach) });
    },
    async disable(name, disabled) {
      const account = await kept(name);
      if (disabled) await stillAdmin(account);
      return change(account, { disabled });
    },
    async reset(name) {
      const account = await kept(name);
      const password = newPassword();
      await users.updatePassword(account.id, await passwords.hash(password));
      await forgetPasskeys(account.id);
      attempts.forget(account.name);
      return { account: await change(account, { mustChange: true }), password };
    },
    async settle(id) {
      await users.updatePassword(id, await passwords.hash(newPassword()));
      await users.updateUser(id, { mustChange: false } as never);
    },
    async choose({ id, name }, current, next) {
      const credential = await users.findCredentialAccount(id);
      const right = credential?.password
        ? await passwords.verify({ hash: credential.password, password: current })
        : false;
      if (!right) throw new AccountTrouble("password", "The current password is not right.");
      fitPassword(name, current, next);
      await users.updatePassword(id, await passwords.hash(next));
      await users.updateUser(id, { mustChange: false } as never);
      await users.deleteUserSessions(id);
    },
  };
}

export function accountOf(row: Kept): Account {
  return {
    id: row.id,
    name: row.name,
    role: roleOf(row.role),
    scope: Scope.parse(JSON.parse(row.scope)),
    disabled: Boolean(row.disabled),
    must_change: Boolean(row.mustChange),
    made_at: new Date(row.createdAt).toISOString(),
  };
}

/** The library knows people by mail address; a name without one gets an address that can never be one. */
export function addressOf(name: string): string {
  return name.includes("@") ? name : `${name}@users.invalid`;
}

/** A name as it is kept: lower case, letters, digits and . _ - between them, or a mail address. */
export function nameOf(text: string): string {
  const name = text.trim().toLowerCase();
  if (name.length > 64 || !/^[a-z0-9]+([._-][a-z0-9]+)*(@[a-z0-9]+([.-][a-z0-9]+)*\.[a-z]{2,})?$/.test(name))
    throw new AccountTrouble(
      "unknown",
      "A name has letters, digits and . _ - between them (64 at most), or is a mail address.",
    );
  return name;
}

function roleOf(text: string): Role {
  const role = roles.find((known) => known === text);
  if (!role) throw new AccountTrouble("scope", `There is no role "${text}"; known are ${roles.join(", ")}.`);
  return role;
}

/** A scope must fit its role: a manager without any would see nothing, an admin with one might believe it holds. */
function scopeOf(role: Role, given: Partial<Scope>): Scope {
  const scope = Scope.parse(given);
  const reaches: Readonly<Record<Role, readonly (keyof Scope)[]>> = {
    researcher: [],
    donor: ["donors", "grants"],
    manager: ["countries", "projects"],
    admin: [],
  };
  const strange = (Object.keys(scope) as (keyof Scope)[]).filter(
    (part) => scope[part].length > 0 && !reaches[role].includes(part),
  );
  if (strange.length > 0)
    throw new AccountTrouble("scope", `The role ${role} has no ${strange.join(" and no ")}. Leave that out.`);
  const unknown = scope.countries.find((code) => !findCountry(code));
  if (unknown !== undefined)
    throw new AccountTrouble("scope", `There is no country "${unknown}". Write ISO 3166 alpha-3 codes such as GTM.`);
  if (role === "manager" && scope.countries.length + scope.projects.length === 0)
    throw new AccountTrouble("scope", "A manager needs countries or projects (--country GTM, --project CODE).");
  if (role === "donor" && scope.donors.length === 0)
    throw new AccountTrouble("scope", "A donor account needs the donor's code (--donor CODE), as projects file it.");
  return scope;
}

function fitPassword(name: string, current: string, next: string): void {
  const { least, most } = passwordLengths;
  if (next.length < least || next.length > most)
    throw new AccountTrouble("password", `A password has ${least} to ${most} characters. Four words are a good one.`);
  if (next === current) throw new AccountTrouble("password", "The new password is the old one. Choose another.");
  if (new Set(next).size < 5 || next.toLowerCase().includes(name.split("@")[0] as string))
    throw new AccountTrouble("password", "That password is easily guessed. Choose one without your name.");
}

/** Letters and digits that cannot be taken for one another. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password to be told once: about 99 bits, in five groups of four. */
function newPassword(): string {
  return Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(""),
  ).join("-");
}

function byName(a: Account, b: Account): number {
  return a.name < b.name ? -1 : 1;
}
