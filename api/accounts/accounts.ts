import { join } from "node:path";
import { attempts } from "./attempts.ts";
import { type AccountsFile, openAccountsFile } from "./file.ts";
import { accountsLibrary } from "./library.ts";
import { type People, people, type Told } from "./people.ts";
import { type Secrets, secretsOf } from "./secrets.ts";
import { type Sessions, sessions } from "./sessions.ts";
import { type Tokens, tokens } from "./tokens.ts";

/** The accounts of a home: who may sign in, with what role and reach. */
export interface Accounts {
  readonly people: People;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly secrets: Secrets;
  readonly file: AccountsFile;
  close(): void;
}

export interface AccountsOptions {
  /** Address under which browsers reach the server. */
  readonly address?: string;
  readonly keys?: string;
  readonly now?: () => Date;
}

/** Opens the accounts of a home (`accounts.db`), making the file and its keys at first use. */
export async function openAccounts(home: string, options: AccountsOptions = {}): Promise<Accounts> {
  const { address = "http://localhost", keys, now = () => new Date() } = options;
  const file = openAccountsFile(join(home, "accounts.db"));
  try {
    const secrets = await secretsOf(file, keys);
    const library = await accountsLibrary(file, { secret: secrets.session, address });
    const counted = attempts(file, secrets.audit, now);
    const held = tokens(library, file);
    return {
      people: people(library, counted),
      sessions: sessions(library, counted, held),
      tokens: held,
      secrets,
      file,
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** First start: where there is no account, makes one admin with a one-time password; undefined where there are some. */
export async function firstAdmin({ people }: Accounts): Promise<Told | undefined> {
  if ((await people.list()).length > 0) return undefined;
  return people.add({ name: "admin", role: "admin", scope: {}, oneTime: true });
}
