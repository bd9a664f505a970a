import type { Table } from "@trama/data/schema";
import type { AppendedColumn } from "@trama/data/store";
import { TupleIndex } from "../extract/tuple-index.ts";

/** A column with more distinct values than this starts a new list, so that memory stays bounded. */
const mostValues = 1 << 17;

/** The column that stands for all that rows of a table kept in parts share. */
export const sharedColumn = "about";

/** What rows share, each combination once and in the order of its code; more may follow. */
export interface SharedRows {
  readonly size: number;
  /** The columns that are shared, of the combinations from that code on. */
  columnsFrom(code: number): Readonly<Record<string, AppendedColumn>>;
}

/** A column of gathered rows: of its own values, or of what rows share, with a code for each row. */
export type GatheredColumn = AppendedColumn | { readonly shared: SharedRows; readonly codes: Int32Array };

export type GatheredColumns = Readonly<Record<string, GatheredColumn>>;

/** Rows of a table, gathered as columns of codes. */
export interface AcceptedColumns {
  readonly count: number;
  /** Changes when lists of values have been started afresh: codes got before are void. */
  readonly generation: number;
  /** Makes room for so many rows and starts a batch. */
  begin(rows: number): void;
  /** Code of what a row says in a column, which may be `sharedColumn`. */
  codeOf(column: string, row: Readonly<Record<string, unknown>>): number;
  /** Where the codes of a column are written, one a row; ended by `end`. */
  codesOf(column: string): Int32Array;
  /** Ends a row whose codes have all been written. */
  end(row: number): void;
  /** Adds a row by its values. */
  add(row: Readonly<Record<string, unknown>>): void;
  /** The columns by their names; of a table kept in parts those that rows have for themselves, and `sharedColumn`. */
  columns(): GatheredColumns;
}

export function acceptedColumns(table: Table): AcceptedColumns {
  const { parts } = table;
  const all = Object.keys(table.columns).filter((name) => name !== "row");
  const owned = all.filter((name) => !parts || parts.own.includes(name));
  const shared = all.filter((name) => !owned.includes(name));
  let own = new Map(owned.map((name) => [name, dictionary()]));
  let common = combinations(shared);
  let codes = new Map<string, Int32Array<ArrayBuffer>>(
    [...owned, ...(parts ? [sharedColumn] : [])].map((name) => [name, new Int32Array(0)]),
  );
  let rows = new Int32Array(0);
  const codesOf = (name: string): Int32Array => {
    const found = codes.get(name);
    if (!found) throw new Error(`${table.name} has no column ${name}.`);
    return found;
  };
  const codeOf = (name: string, row: Readonly<Record<string, unknown>>): number =>
    own.get(name)?.codeOf(row[name] ?? null) ?? common.codeOf(row);

  const out = {
    count: 0,
    generation: 0,
    codeOf,
    codesOf,
    begin(most: number) {
      out.count = 0;
      if (rows.length < most) {
        rows = new Int32Array(most);
        codes = new Map([...codes.keys()].map((name) => [name, new Int32Array(most)]));
      }
      if (common.rows.size <= mostValues && [...own.values()].every(({ values }) => values.length <= mostValues))
        return;
      out.generation += 1;
      own = new Map(owned.map((name) => [name, dictionary()]));
      common = combinations(shared);
    },
    end(row: number) {
      rows[out.count] = row;
      out.count += 1;
    },
    add(row: Readonly<Record<string, unknown>>) {
      for (const [name, column] of codes) column[out.count] = codeOf(name, row);
      out.end(row.row as number);
    },
    columns() {
      const gathered: Record<string, GatheredColumn> = { row: { numbers: rows } };
      for (const [name, { values }] of own)
        gathered[name] = values.length === 1 ? { values } : { values, codes: codesOf(name) };
      if (parts) gathered[sharedColumn] = { shared: common.rows, codes: codesOf(sharedColumn) };
      return gathered;
    },
  };
  return out;
}

interface Dictionary {
  readonly values: readonly unknown[];
  codeOf(value: unknown): number;
}

function dictionary(): Dictionary {
  const values: unknown[] = [];
  const known = new Map<unknown, number>();
  return {
    values,
    codeOf(value) {
      const code = known.get(value);
      if (code !== undefined) return code;
      known.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}

/** Numbers what rows say in some columns together. */
function combinations(names: readonly string[]) {
  const dictionaries = names.map(dictionary);
  const codes = names.map(() => new Int32Array(1));
  const met = new TupleIndex(names.length);
  const rows: SharedRows = {
    get size() {
      return met.size;
    },
    columnsFrom(code) {
      const { size, members } = met;
      const columns = names.map((name, index) => {
        const codes = new Int32Array(size - code);
        for (let at = code; at < size; at += 1) codes[at - code] = members[at * names.length + index] as number;
        return [name, { values: (dictionaries[index] as Dictionary).values, codes }];
      });
      return Object.fromEntries(columns);
    },
  };
  return {
    rows,
    codeOf(row: Readonly<Record<string, unknown>>): number {
      for (let index = 0; index < names.length; index += 1)
        (codes[index] as Int32Array)[0] = (dictionaries[index] as Dictionary).codeOf(
          row[names[index] as string] ?? null,
        );
      return met.of(codes, 0);
    },
  };
}
