import { createStatements, type Home, type Table } from "@trama/data/schema";
import { type DuckDBConnection, transaction } from "@trama/data/store";

/** Creates a file's tables, all at once: each statement on its own would wait for the disk. */
export async function createTables(connection: DuckDBConnection, tables: readonly Table[], home: Home): Promise<void> {
  if (tables.length === 0) return;
  await transaction(connection, async () => {
    await connection.run(tables.flatMap((table) => createStatements(table, home)).join(";\n"));
  });
}
