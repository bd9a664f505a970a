import { type Cell, tables } from "@trama/data/schema";
import { type AppendedColumn, columnAppender, type DuckDBConnection, type Enums, keepAsEnums } from "@trama/data/store";
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
 * Writes cells to the empty table, in the order in which they are given, all at once: what is appended in several goes lies
 * in groups of rows of its own, which DuckDB writes once more to put them together. Its texts are few and stand in many
 * cells, and become ENUMs.
 */
export async function appendCells(
  connection: DuckDBConnection,
  release: number,
  parts: readonly CellColumns[],
): Promise<void> {
  const blank = Object.fromEntries(Object.entries(about(release, {})).map(([name, value]) => [name, same(value)]));
  const whole = parts.map(({ columns, count }) => ({ columns: { ...blank, ...columns }, count }));
  const enums = textsOf(whole);
  await keepAsEnums(connection, tables.cell, enums);
  const appender = await columnAppender(connection, tables.cell, enums);
  for (const { columns, count } of whole) appender.append(columns, count);
  appender.close();
}

/** The different texts of each column of texts that has any. */
function textsOf(parts: readonly { readonly columns: Readonly<Record<string, AppendedColumn>> }[]): Enums {
  const enums: Record<string, string[]> = {};
  for (const [name, { sql }] of Object.entries(tables.cell.columns)) {
    if (sql !== "VARCHAR") continue;
    const lists = parts.flatMap(({ columns }) => {
      const column = columns[name];
      return column && "values" in column ? [column.values] : [];
    });
    const texts = [...new Set(lists.flat())].filter((text): text is string => typeof text === "string").sort();
    if (texts.length > 0) enums[name] = texts;
  }
  return enums;
}
