import { quote, type Table, tables } from "@trama/data/schema";

/** A table of the package: which, in which order its rows stand, and by what its files are divided. */
export interface Packaged {
  readonly table: Table;
  /** Columns by which folders are named: `country=GTM/year=2025`. */
  readonly partition: readonly string[];
  /** Columns of people's own words: what a spreadsheet would run in them is disarmed, alike in every format. */
  readonly words: readonly string[];
}

const whole = (table: Table, words: readonly string[] = []): Packaged => ({ table, partition: [], words });

/** What researchers take away: every cell, published or withheld, cleared statements, and what is needed to read them. */
export const packaged: readonly Packaged[] = [
  { table: tables.cell, partition: ["country", "year"], words: [] },
  whole(tables.cleared_outcome_statement, ["who", "what", "significance"]),
  whole(tables.dimension_member),
  whole(tables.country),
  whole(tables.framework_item),
  whole(tables.release),
];

/** The head of a text that a spreadsheet would take for a formula, full-width forms included. */
const formula = "^([=+@|\\t\\r\uFF1D\uFF0B\uFF0D\uFF20-])";

/**
 * The rows of a table as they are written in every format: lists as text, in one order. Of the columns named only those
 * are there: what a release made by an earlier version has not is written as not given, a table it has not as no rows.
 */
export function rowsOf({ table, words }: Packaged, schema: string, present: ReadonlySet<string>): string {
  const columns = Object.entries(table.columns).map(([name, { sql }]) => {
    const own = quote(name);
    if (!present.has(name)) return `NULL::${sql.endsWith("[]") ? "VARCHAR" : sql} AS ${own}`;
    if (sql.endsWith("[]")) return `array_to_string(${own}, ' ') AS ${own}`;
    return words.includes(name) ? `regexp_replace(${own}, '${formula}', '''\\1') AS ${own}` : own;
  });
  if (present.size === 0) return `SELECT ${columns.join(", ")} WHERE false`;
  const order = table.key.filter((name) => present.has(name)).map(quote);
  return `SELECT ${columns.join(", ")} FROM ${schema}.${quote(table.name)} ORDER BY ${order.join(", ")}`;
}
