import { type Cell, createStatements, tables } from "@trama/data/schema";
import { database, openWriter } from "@trama/data/store";

/** A store of its own with an empty table of cells. */
export async function openCells() {
  const store = await openWriter(":memory:");
  const connection = await store.connect();
  for (const statement of createStatements(tables.cell)) await connection.run(statement);
  const db = database(store);
  return {
    connection,
    db,
    async close() {
      connection.closeSync();
      await db.destroy();
      store.close();
    },
  };
}
export type OpenCells = Awaited<ReturnType<typeof openCells>>;

/** A cell that says nothing. */
export const blank = Object.fromEntries(
  Object.entries(tables.cell.columns).map(([name, { nullable }]) => [name, nullable ? null : ""]),
) as unknown as Cell;
