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

/** Cells that are told one by one, as columns. */
export function columnsOfCells(cells: readonly Cell[]): CellColumns {
  const names = Object.keys(tables.cell.columns) as (keyof Cell)[];
  return { count: cells.length, columns: Object.fromEntries(names.map((name) => [name, codedColumn(cells, name)])) };
}

/** Each different value once, lists by what they hold. */
function codedColumn(cells: readonly Cell[], name: keyof Cell): AppendedColumn {
  const values: unknown[] = [];
  const known = new Map<unknown, number>();
  const codes = Int32Array.from(cells, (cell) => {
    const value = cell[name];
    const key = Array.isArray(value) ? value.join() : value;
    const code = known.get(key);
    if (code !== undefined) return code;
    known.set(key, values.length);
    return values.push(value) - 1;
  });
  return { values, codes };
}

/**
 * Writes cells to the table, in the order in which they are given, all at once: what is appended in several goes lies in
 * groups of rows of its own, which DuckDB writes once more to put them together.
 */
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
