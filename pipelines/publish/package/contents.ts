import { quote, type Table, tables } from "@trama/data/schema";

/** A table of the package: which, in which order its rows stand, and by what its files are divided. */
export interface Packaged {
  readonly table: Table;
  /** Columns by which folders are named: `country=GTM/year=2025`. */
  readonly partition: readonly string[];
}

const whole = (table: Table): Packaged => ({ table, partition: [] });

/** What researchers take away: every cell, published or withheld, and what is needed to read them. */
export const packaged: readonly Packaged[] = [
  { table: tables.cell, partition: ["country", "year"] },
  whole(tables.dimension_member),
  whole(tables.country),
  whole(tables.framework_item),
  whole(tables.release),
];

/** The rows of a table as they are written in every format: lists as text, in one order. */
export function rowsOf({ table }: Packaged, schema: string): string {
  const columns = Object.entries(table.columns).map(([name, { sql }]) =>
    sql.endsWith("[]") ? `array_to_string(${quote(name)}, ' ') AS ${quote(name)}` : quote(name),
  );
  const order = table.key.map(quote).join(", ");
  return `SELECT ${columns.join(", ")} FROM ${schema}.${quote(table.name)} ORDER BY ${order}`;
}
