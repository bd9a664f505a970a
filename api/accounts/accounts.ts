import { join } from "node:path";
import { type Audit, openAudit } from "../audit/audit.ts";
import { attempts } from "./attempts.ts";
import { type AccountsFile, openAccountsFile } from "./file.ts";
import type { OidcSettings } from "./oidc.ts";
import { type Passkeys, passkeys } from "./passkeys.ts";
import { type People, people, type Told } from "./people.ts";
import { type Provider, provider } from "./provider.ts";
import { type Secrets, secretsOf } from "./secrets.ts";
import { type Sessions, sessions } from "./sessions.ts";
import { type Tokens, tokens } from "./tokens.ts";

/** The accounts of a home: who may sign in, with what role and reach. */
export interface Accounts {
  readonly people: People;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly passkeys: Passkeys;
  /** Sign-in with an organisation's own identity provider, where the server was given one. */
  readonly provider: Provider | null;
  readonly secrets: Secrets;
  /** Who saw or changed what. */
  readonly audit: Audit;
  readonly file: AccountsFile;
  close(): void;
}

export interface AccountsOptions {
  /** Address under which browsers reach the server. */
  readonly address?: string;
  readonly keys?: string;
  /** An organisation's own identity provider. */
  readonly oidc?: OidcSettings | undefined;
  readonly now?: () => Date;
}

/** Opens the accounts of a home (`accounts.db`), making the file and its keys at first use. */
export async function openAccounts(home: string, options: AccountsOptions = {}): Promise<Accounts> {
  const { address = "http://localhost", keys, oidc, now = () => new Date() } = options;
  const file = openAccountsFile(join(home, "accounts.db"));
  try {
    const secrets = await secretsOf(file, keys);
    // Loaded when accounts are opened: no other command should wait for it.
    const { accountsLibrary } = await import("./library.ts");
    const library = await accountsLibrary(file, { secret: secrets.session, address, oidc });
    const counted = attempts(file, secrets.audit, now);
    const held = tokens(library, file);
    const opened = sessions(library, counted, held);
    const known = people(library, counted);
    return {
      people: known,
      provider: oidc ? provider(library, known, oidc.name) : null,
      sessions: opened,
      tokens: held,
      passkeys: passkeys(library, file, opened),
      secrets,
      audit: openAudit(join(home, "audit.jsonl"), file, secrets.audit, now),
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
