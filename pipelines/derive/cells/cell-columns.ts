import { type Cell, tables } from "@trama/data/schema";
import { type AppendedColumn, columnAppender, type DuckDBConnection } from "@trama/data/store";
import { about } from "./candidate.ts";

/** Many cells, column by column; a column that is left out is as in a cell about nothing. */
export interface CellColumns {
  readonly count: number;
  readonly columns: Partial<Record<keyof Cell, AppendedColumn>>;
}

/** The same value in every cell. */
export function same(value: unknown): AppendedColumn {
  return { values: [value] };
}

/** Writes cells to the table, in the order in which they are given. */
export async function appendCells(
  connection: DuckDBConnection,
  release: number,
  parts: Iterable<CellColumns>,
): Promise<void> {
  const blank = Object.fromEntries(Object.entries(about(release, {})).map(([name, value]) => [name, same(value)]));
  const appender = await columnAppender(connection, tables.cell);
  for (const { columns, count } of parts) appender.append({ ...blank, ...columns }, count);
  appender.close();
}
