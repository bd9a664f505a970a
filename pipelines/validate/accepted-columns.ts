import type { Table } from "@trama/data/schema";
import type { AppendedColumn } from "@trama/data/store";

/** A column with more distinct values than this starts a new list, so that memory stays bounded. */
const mostValues = 1 << 17;

/** Rows of a table, gathered as columns of codes. */
export interface AcceptedColumns {
  readonly count: number;
  /** Changes when lists of values have been started afresh: codes got before are void. */
  readonly generation: number;
  /** Makes room for so many rows and starts a batch. */
  begin(rows: number): void;
  /** Code of a value of a column. */
  codeOf(column: string, value: unknown): number;
  /** Where the codes of a column are written, one a row; ended by `end`. */
  codesOf(column: string): Int32Array;
  /** Ends a row whose codes have all been written. */
  end(row: number): void;
  /** Adds a row by its values. */
  add(row: Readonly<Record<string, unknown>>): void;
  columns(): Record<string, AppendedColumn>;
}

interface Gathered {
  values: unknown[];
  byValue: Map<unknown, number>;
  codes: Int32Array;
}

export function acceptedColumns(table: Table): AcceptedColumns {
  const columns = new Map<string, Gathered>();
  for (const name of Object.keys(table.columns)) if (name !== "row") columns.set(name, fresh(0));
  let rows = new Int32Array(0);
  let count = 0;
  let generation = 0;
  const of = (name: string): Gathered => {
    const found = columns.get(name);
    if (!found) throw new Error(`${table.name} has no column ${name}.`);
    return found;
  };
  const codeIn = (column: Gathered, value: unknown): number => {
    const known = column.byValue.get(value);
    if (known !== undefined) return known;
    column.byValue.set(value, column.values.length);
    column.values.push(value);
    return column.values.length - 1;
  };

  return {
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
    codeOf: (name, value) => codeIn(of(name), value ?? null),
    codesOf: (name) => of(name).codes,
    end(row) {
      rows[count] = row;
      count += 1;
    },
    add(row) {
      for (const [name, column] of columns) column.codes[count] = codeIn(column, row[name] ?? null);
      rows[count] = row.row as number;
      count += 1;
    },
    columns() {
      const all: Record<string, AppendedColumn> = { row: { numbers: rows } };
      for (const [name, { values, codes }] of columns) all[name] = values.length === 1 ? { values } : { values, codes };
      return all;
    },
  };
}

function fresh(rows: number): Gathered {
  return { values: [], byValue: new Map(), codes: new Int32Array(rows) };
}
