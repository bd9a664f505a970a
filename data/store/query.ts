import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import type { StatementRunner } from "./in-turn.ts";
import { rowsOf } from "./rows.ts";
import { fromDuckDB, toDuckDB } from "./values.ts";

/** Values of a statement's parameters: `$1, $2 …` by place, or by name. */
export type Parameters = readonly unknown[] | Readonly<Record<string, unknown>>;

export function toBound(parameters: Parameters): DuckDBValue[] | Record<string, DuckDBValue> {
  if (Array.isArray(parameters)) return parameters.map(toDuckDB);
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, toDuckDB(value)]));
}

/** Rows of one prepared statement as plain objects. For the writing side; the API queries through Kysely. */
export async function all<Row = Record<string, unknown>>(
  connection: StatementRunner,
  statement: string,
  parameters: Parameters = [],
): Promise<Row[]> {
  return rowsOf(await connection.run(statement, toBound(parameters))) as Row[];
}

/** The only row of a statement that always gives one. */
export async function one<Row = Record<string, unknown>>(
  connection: StatementRunner,
  statement: string,
  parameters: Parameters = [],
): Promise<Row> {
  const [row] = await all<Row>(connection, statement, parameters);
  if (row === undefined) throw new Error(`The statement gave no row: ${statement}`);
  return row;
}

/** Rows of a statement as they come, a few thousand at a time, as columns of values: never all of them at once. */
export async function* columns(connection: DuckDBConnection, statement: string): AsyncGenerator<readonly unknown[][]> {
  const result = await connection.stream(statement);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    yield chunk.getColumns().map((column) => column.map(fromDuckDB));
  }
}

/** Runs work inside one transaction: all of it is kept, or none. */
export async function transaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run("BEGIN TRANSACTION");
  try {
    const result = await work();
    await connection.run("COMMIT");
    return result;
  } catch (error) {
    await connection.run("ROLLBACK");
    throw error;
  }
}
