import { createStatements, type Table } from "@trama/data/schema";
import { type DuckDBConnection, transaction } from "@trama/data/store";

/** Creates tables with their comments, all at once: each statement on its own would wait for the disk. */
export async function createTables(connection: DuckDBConnection, tables: readonly Table[]): Promise<void> {
  if (tables.length === 0) return;
  await transaction(connection, async () => {
    for (const table of tables) for (const statement of createStatements(table)) await connection.run(statement);
  });
}
