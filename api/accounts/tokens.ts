import { randomInt } from "node:crypto";
import { type TokenUse, tokenUses } from "../policies/principal.ts";
import type { AccountsFile } from "./file.ts";
import type { AccountsLibrary } from "./library.ts";
import { AccountTrouble } from "./trouble.ts";

/** A token as it is listed; the token itself is told once, when it is made, and kept as a hash. */
export interface Token {
  readonly id: string;
  readonly label: string;
  /** Its first letters, to tell one from another. */
  readonly begins: string;
  readonly uses: readonly TokenUse[];
  readonly made_at: string;
  readonly expires_at: string;
  readonly last_used_at: string | null;
}

/** Makes, lists, checks and revokes the tokens of accounts. */
export interface Tokens {
  make(account: string, about: { label: string; uses: readonly TokenUse[]; days: number }): Promise<Made>;
  list(account: string): Token[];
  /** Revokes one of the account's tokens. */
  revoke(account: string, id: string): void;
  /** Whose token this is and what for; undefined where it is none, revoked or past its day. */
  check(secret: string): Promise<{ account: string; uses: readonly TokenUse[] } | undefined>;
}

export interface Made {
  readonly token: Token;
  readonly secret: string;
}

export const tokenDays = { least: 1, usual: 90, most: 366 } as const;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly permissions: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastRequest: string | null;
}

export function tokens({ api }: AccountsLibrary, file: AccountsFile): Tokens {
  const list = (account: string) =>
    file
      .all<Row>(
        "SELECT id, name, start, permissions, createdAt, expiresAt, lastRequest FROM apikey WHERE referenceId = ? ORDER BY createdAt",
        account,
      )
      .map(tokenOf);
  return {
    list,
    async make(account, { label, uses, days }) {
      if (days < tokenDays.least || days > tokenDays.most)
        throw new AccountTrouble("scope", `A token lasts ${tokenDays.least} to ${tokenDays.most} days.`);
      const made = await api.createApiKey({
        body: {
          userId: account,
          name: label.slice(0, 32),
          expiresIn: days * 24 * 3600,
          permissions: { trama: [...new Set(uses)] },
        },
      });
      return { token: list(account).find(({ id }) => id === made.id) as Token, secret: made.key };
    },
    revoke(account, id) {
      if (file.run("DELETE FROM apikey WHERE id = ? AND referenceId = ?", id, account) === 0)
        throw new AccountTrouble("unknown", "This account has no such token. See trama token list.");
    },
    async check(secret) {
      // Tokens past their day are removed now and then, so that a list of them does not grow for ever.
      if (randomInt(1000) === 0)
        file.run("DELETE FROM apikey WHERE expiresAt < ?", new Date(Date.now() - 86_400_000).toISOString());
      const { valid, key } = await api.verifyApiKey({ body: { key: secret } });
      if (!valid || !key) return undefined;
      return { account: key.referenceId, uses: usesOf((key.permissions as Record<string, string[]> | null)?.trama) };
    },
  };
}

function tokenOf({ id, name, start, permissions, createdAt, expiresAt, lastRequest }: Row): Token {
  return {
    id,
    label: name,
    begins: start,
    uses: usesOf((JSON.parse(permissions) as Record<string, string[]>).trama),
    made_at: createdAt,
    expires_at: expiresAt,
    last_used_at: lastRequest,
  };
}

function usesOf(kept: readonly string[] | undefined): TokenUse[] {
  return tokenUses.filter((use) => kept?.includes(use));
}
