import { createStatements, tables, tablesOf } from "@trama/data/schema";
import { all, type DuckDBConnection, openWriter, type Store } from "@trama/data/store";

/** Opens the working store for writing, making its tables at first use. */
export async function openWorking(path: string): Promise<Store> {
  const store = await openWriter(path);
  const connection = await store.connect();
  const present = new Set(
    (await all<{ name: string }>(connection, "select table_name as name from duckdb_tables()")).map(({ name }) => name),
  );
  for (const table of tablesOf(Object.values(tables), "working")) {
    if (!present.has(table.name)) for (const statement of createStatements(table)) await connection.run(statement);
  }
  connection.closeSync();
  return store;
}

/** Whether a file of this hash was loaded before; asked inside the loading transaction. */
export async function isLoaded(connection: DuckDBConnection, sha256: string): Promise<boolean> {
  return (await all(connection, "select 1 from report where sha256 = $1", [sha256])).length > 0;
}
