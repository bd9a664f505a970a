import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { migrations, version } from "@trama/data/migrations";
import { literal, tables, tablesOf } from "@trama/data/schema";
import { all, append, type DuckDBConnection, openWriter, type Store, type WriterLimits } from "@trama/data/store";
import { syncFile, syncFolder } from "../receive/durable.ts";
import { DoubtfulStore } from "../trouble.ts";
import { createTables } from "./create-tables.ts";

/** Views after the tables they read. */
const declared = tablesOf(Object.values(tables), "working").sort((a, b) => Number(!!a.parts) - Number(!!b.parts));

/** Rows are written as soon as they fill a group, where five groups of every table would wait in memory. */
const inSmallGroups = "SET GLOBAL write_buffer_row_group_count = 1";

/** Opens the working store for writing, making its tables at first use and bringing an older one up to date. */
export async function openWorking(path: string, limits: WriterLimits = {}): Promise<Store> {
  const store = await openWriter(path, limits);
  try {
    const connection = await store.connect();
    await connection.run(inSmallGroups);
    const columns = (await holdsTables(connection)) ? await columnsOf(connection) : new Map<string, string>();
    const found = columns.size === 0 ? version : await versionOf(connection, columns);
    if (found < version) {
      await connection.run("CHECKPOINT");
      connection.closeSync();
      store.close();
      await migrate(path, found);
      return await openWorking(path, limits);
    }
    if (found > version)
      throw new DoubtfulStore(
        `${path} was made by a later version of Trama (tables of version ${found}, this one knows ${version}). Use that version.`,
      );
    await createTables(
      connection,
      declared.filter(({ name }) => !columns.has(name)),
      "working",
    );
    for (const table of declared) {
      const present = columns.get(table.name);
      if (present !== undefined && present !== Object.keys(table.columns).join(","))
        throw new DoubtfulStore(
          `The table ${table.name} of ${path} has other columns than this version of Trama loads. Run trama rebuild: it is made again from the raw files and the ledger.`,
        );
    }
    if (columns.size === 0) await append(connection, tables.store_version, [{ version }]);
    connection.closeSync();
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/**
 * Opens the working store for what is filed, with one thread. DuckDB puts appended rows into a table by a statement, whose work
 * it shares out among its threads while the one that appends waits; next to threads that read and judge those rows, sharing
 * costs more than it gives.
 */
export function openToLoad(path: string): Promise<Store> {
  return openWorking(path, { threads: 1 });
}

/** Whether a file of this hash was loaded before; asked inside the loading transaction. */
export async function isLoaded(connection: DuckDBConnection, sha256: string): Promise<boolean> {
  return (await all(connection, "select 1 from report where sha256 = $1", [sha256])).length > 0;
}

/** Carries a store from its version to today's: each step a new file that takes the place of the one before. */
async function migrate(path: string, from: number): Promise<void> {
  for (const { version: to, statements } of migrations.filter((step) => step.version > from)) {
    const draft = `${path}.migrating`;
    await rm(draft, { force: true });
    const store = await openWriter(":memory:");
    try {
      const connection = await store.connect();
      await connection.run(`ATTACH ${literal(path)} AS old (READ_ONLY)`);
      await connection.run(`ATTACH ${literal(draft)} AS new`);
      for (const statement of statements) await connection.run(statement);
      await connection.run("DELETE FROM new.store_version");
      await connection.run(`INSERT INTO new.store_version VALUES (${to})`);
      await connection.run("CHECKPOINT new");
      await connection.run("DETACH new");
      await connection.run("DETACH old");
      connection.closeSync();
    } finally {
      store.close();
    }
    await syncFile(draft);
    await rename(draft, path);
    await syncFolder(dirname(path));
  }
}

async function versionOf(connection: DuckDBConnection, columns: ReadonlyMap<string, string>): Promise<number> {
  if (!columns.has(tables.store_version.name)) return 1;
  const [row] = await all<{ version: number }>(connection, "SELECT version FROM store_version");
  return row?.version ?? 1;
}

/** Whether there is any table; to ask for columns makes DuckDB put together those of all its own views, for a new file too. */
async function holdsTables(connection: DuckDBConnection): Promise<boolean> {
  const found = await all(connection, "SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() LIMIT 1");
  return found.length > 0;
}

/** The columns of every table there is, by its name. */
async function columnsOf(connection: DuckDBConnection): Promise<Map<string, string>> {
  const found = await all<{ name: string; columns: string }>(
    connection,
    `SELECT table_name AS name, string_agg(column_name, ',' ORDER BY column_index) AS columns
     FROM duckdb_columns() WHERE NOT internal AND database_name = current_database() GROUP BY table_name`,
  );
  return new Map(found.map(({ name, columns }) => [name, columns]));
}
