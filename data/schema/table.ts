/** A column as written once: its DuckDB type, what it means, and the TypeScript type of its values. */
export interface Column<Value> {
  readonly sql: string;
  readonly nullable: boolean;
  readonly meaning: string;
  /** Carries the value's type only; never set. */
  readonly value?: Value;
}

/** Where a table lives: the working store, or a file of a release: all rows, what is public, what a donor may see of its own. */
export type Home = "working" | "restricted" | "public" | "donor";

export interface Table<Columns extends Record<string, Column<unknown>> = Record<string, Column<unknown>>> {
  readonly name: string;
  readonly homes: readonly Home[];
  readonly meaning: string;
  /** What one row stands for. */
  readonly grain: string;
  /** Columns that identify a row; nulls count as equal. */
  readonly key: readonly string[];
  readonly columns: Columns;
  /** How the working store keeps the table, where it is not kept as it is read. */
  readonly parts?: Parts;
}

/**
 * A table kept in parts, so that what many rows say alike stands once; a view puts it together. `x` is kept in `x_row`
 * (what a row has for itself), `x_about` (what rows share), and a table for each numbered column. Numbers mean nothing
 * outside a store.
 */
export interface Parts {
  /** Columns that each row has for itself; all others but the row's number are shared. */
  readonly own: readonly string[];
  /** Those of them that rows name by a number, and the table of the numbers. */
  readonly numbered: Readonly<Record<string, string>>;
  /** The view's statement. */
  readonly view: string;
}

/** The row of a table as TypeScript reads it. */
export type RowOf<T extends Table> = {
  -readonly [Name in keyof T["columns"]]: T["columns"][Name] extends Column<infer Value> ? Value : never;
};

const column =
  <Value>(sql: string) =>
  (meaning: string): Column<Value> => ({ sql, nullable: false, meaning });

export const text = column<string>("VARCHAR");
export const small = column<number>("SMALLINT");
export const whole = column<number>("INTEGER");
export const real = column<number>("DOUBLE");
export const flag = column<boolean>("BOOLEAN");
export const day = column<string>("DATE");
export const moment = column<Date>("TIMESTAMPTZ");
export const texts = column<string[]>("VARCHAR[]");

/** The same column where a value may be missing. */
export function maybe<Value>(inner: Column<Value>): Column<Value | null> {
  return { sql: inner.sql, nullable: true, meaning: inner.meaning };
}

/** Declares a table; the type keeps each column's own. */
export function table<const Columns extends Record<string, Column<unknown>>>(
  declared: Table<Columns> & { readonly key: readonly (keyof Columns & string)[] },
): Table<Columns> {
  return declared;
}
