import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { SqliteDialect } from "kysely";
import Database from "libsql";

/** The accounts file while it is open. Its statements are short, so they run in line. */
export interface AccountsFile {
  readonly path: string;
  readonly dialect: SqliteDialect;
  get<Row>(statement: string, ...parameters: readonly (string | number | null)[]): Row | undefined;
  all<Row>(statement: string, ...parameters: readonly (string | number | null)[]): Row[];
  run(statement: string, ...parameters: readonly (string | number | null)[]): number;
  /** Writes a whole copy of it elsewhere, as of one moment. */
  copyTo(path: string): void;
  close(): void;
}

/** Opens `accounts.db`, making it at first use; several processes may have it open. */
export function openAccountsFile(path: string): AccountsFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = path !== ":memory:" && !existsSync(path);
  const db = new Database(path, { timeout: 10_000 });
  if (fresh) chmodSync(path, 0o600);
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA busy_timeout = 10000");
  db.exec("PRAGMA foreign_keys = ON");
  db.exec("CREATE TABLE IF NOT EXISTS trama_about (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
  db.exec(
    "CREATE TABLE IF NOT EXISTS trama_attempt (key TEXT PRIMARY KEY, failures INTEGER NOT NULL, last INTEGER NOT NULL)",
  );
  return {
    path,
    dialect: new SqliteDialect({ database: db as never }),
    get: <Row>(statement: string, ...parameters: readonly (string | number | null)[]) =>
      db.prepare(statement).get(...parameters) as Row | undefined,
    all: <Row>(statement: string, ...parameters: readonly (string | number | null)[]) =>
      db.prepare(statement).all(...parameters) as Row[],
    run: (statement, ...parameters) => db.prepare(statement).run(...parameters).changes,
    copyTo: (to) => void db.prepare("VACUUM INTO ?").run(to),
    close: () => void db.close(),
  };
}
