import type { Home, Table } from "./table.ts";

/**
 * The statements that create a table, in a file that others read with a comment on it and on each of its columns. The working store
 * has none, which took as long as opening it; there a table that is kept in parts is a view.
 */
export function createStatements(table: Table, home?: Home): string[] {
  const { name, parts, columns } = table;
  if (home === "working" && parts) return [`CREATE VIEW ${quote(name)} AS ${parts.view}`];
  const body = Object.entries(columns).map(
    ([column, { sql, nullable }]) => `  ${quote(column)} ${sql}${nullable ? "" : " NOT NULL"}`,
  );
  const create = `CREATE TABLE ${quote(name)} (\n${body.join(",\n")}\n)`;
  return home === "working" ? [create] : [create, ...comments(table)];
}

function comments({ name: table, meaning: whole, grain, columns }: Table): string[] {
  return [
    `COMMENT ON TABLE ${quote(table)} IS ${literal(`${whole} One row per ${grain}.`)}`,
    ...Object.entries(columns).map(
      ([name, { meaning }]) => `COMMENT ON COLUMN ${quote(table)}.${quote(name)} IS ${literal(meaning)}`,
    ),
  ];
}

/** The tables that belong in one file of the platform. */
export function tablesOf(tables: readonly Table[], home: Home): Table[] {
  return tables.filter((table) => table.homes.includes(home));
}

/** An SQL identifier, safe whatever it holds. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** An SQL string literal, safe whatever it holds. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
