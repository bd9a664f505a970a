import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Audit } from "../audit/audit.ts";
import { openAccounts } from "./accounts.ts";
import { openAccountsFile } from "./file.ts";

/** What the audit log of a home says of itself; undefined where nobody could ever sign in. */
export async function auditOf(home: string): Promise<ReturnType<Audit["verify"]> | undefined> {
  if (!(await exists(join(home, "accounts.db")))) return undefined;
  const accounts = await openAccounts(home);
  try {
    return accounts.audit.verify();
  } finally {
    accounts.close();
  }
}

/**
 * The accounts and the audit log as a backup takes them, by the names they have in a home: a copy of the file as of one
 * moment, without sessions. Call `done` when they are copied.
 */
export async function accountsForBackup(
  home: string,
): Promise<{ readonly also: Record<string, string>; done(): Promise<void> }> {
  if (!(await exists(join(home, "accounts.db")))) return { also: {}, done: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "trama-accounts-"));
  const copy = join(folder, "accounts.db");
  const file = openAccountsFile(join(home, "accounts.db"));
  file.copyTo(copy);
  file.close();
  const copied = openAccountsFile(copy);
  for (const table of ["session", "verification", "trama_attempt"]) copied.run(`DELETE FROM ${table}`);
  copied.run("PRAGMA journal_mode = DELETE");
  copied.close();
  const log = join(home, "audit.jsonl");
  return {
    also: { "accounts.db": copy, ...((await exists(log)) ? { "audit.jsonl": log } : {}) },
    done: () => rm(folder, { recursive: true, force: true }),
  };
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
