import type { Table } from "@trama/data/schema";
import type { AppendedColumn } from "@trama/data/store";

/** A column with more distinct values than this starts a new list, so that memory stays bounded. */
const mostValues = 1 << 17;

/** The column that stands for all that rows of a table kept in parts share: its values are rows of those columns. */
export const sharedColumn = "about";

/** Rows of a table, gathered as columns of codes. */
export interface AcceptedColumns {
  readonly count: number;
  /** Changes when lists of values have been started afresh: codes got before are void. */
  readonly generation: number;
  /** Columns by their names; of a table kept in parts those that rows have for themselves, and `sharedColumn`. */
  readonly names: readonly string[];
  /** Makes room for so many rows and starts a batch. */
  begin(rows: number): void;
  /** Code of what a row says in a column. */
  codeOf(column: string, row: Readonly<Record<string, unknown>>): number;
  /** Where the codes of a column are written, one a row; ended by `end`. */
  codesOf(column: string): Int32Array;
  /** Ends a row whose codes have all been written. */
  end(row: number): void;
  /** Adds a row by its values. */
  add(row: Readonly<Record<string, unknown>>): void;
  columns(): Record<string, AppendedColumn>;
}

interface Gathered {
  readonly values: unknown[];
  readonly byValue: Map<unknown, number>;
  codes: Int32Array;
}

export function acceptedColumns(table: Table): AcceptedColumns {
  const { parts } = table;
  const all = Object.keys(table.columns).filter((name) => name !== "row");
  const shared = parts ? all.filter((name) => !parts.own.includes(name)) : [];
  const names = parts ? [...parts.own, sharedColumn] : all;
  const columns = new Map<string, Gathered>(names.map((name) => [name, fresh(0)]));
  let rows = new Int32Array(0);
  let count = 0;
  let generation = 0;
  const of = (name: string): Gathered => {
    const found = columns.get(name);
    if (!found) throw new Error(`${table.name} has no column ${name}.`);
    return found;
  };
  const codeOf = (name: string, row: Readonly<Record<string, unknown>>): number => {
    const column = of(name);
    if (!parts || name !== sharedColumn) {
      const value = row[name] ?? null;
      return codeIn(column, value, () => value);
    }
    const said = shared.map((key) => row[key] ?? null);
    return codeIn(column, JSON.stringify(said), () =>
      Object.fromEntries(shared.map((key, index) => [key, said[index]])),
    );
  };

  return {
    names,
    codeOf,
    get count() {
      return count;
    },
    get generation() {
      return generation;
    },
    begin(most) {
      count = 0;
      if (rows.length < most) rows = new Int32Array(most);
      const crowded = [...columns.values()].some(({ values }) => values.length > mostValues);
      if (crowded) generation += 1;
      for (const [name, { codes }] of columns) {
        if (crowded) columns.set(name, fresh(most));
        else if (codes.length < most) of(name).codes = new Int32Array(most);
      }
    },
    codesOf: (name) => of(name).codes,
    end(row) {
      rows[count] = row;
      count += 1;
    },
    add(row) {
      for (const name of names) of(name).codes[count] = codeOf(name, row);
      rows[count] = row.row as number;
      count += 1;
    },
    columns() {
      const gathered: Record<string, AppendedColumn> = { row: { numbers: rows } };
      for (const [name, { values, codes }] of columns)
        gathered[name] = values.length === 1 ? { values } : { values, codes };
      return gathered;
    },
  };
}

function codeIn({ values, byValue }: Gathered, key: unknown, value: () => unknown): number {
  const known = byValue.get(key);
  if (known !== undefined) return known;
  byValue.set(key, values.length);
  values.push(value());
  return values.length - 1;
}

function fresh(rows: number): Gathered {
  return { values: [], byValue: new Map(), codes: new Int32Array(rows) };
}
