import type { Home, Table } from "./table.ts";

/** The statements that create a table with a comment on it and on each of its columns. */
export function createStatements(table: Table): string[] {
  const columns = Object.entries(table.columns);
  const body = columns.map(([name, { sql, nullable }]) => `  ${quote(name)} ${sql}${nullable ? "" : " NOT NULL"}`);
  return [
    `CREATE TABLE ${quote(table.name)} (\n${body.join(",\n")}\n)`,
    `COMMENT ON TABLE ${quote(table.name)} IS ${literal(`${table.meaning} One row per ${table.grain}.`)}`,
    ...columns.map(
      ([name, { meaning }]) => `COMMENT ON COLUMN ${quote(table.name)}.${quote(name)} IS ${literal(meaning)}`,
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
