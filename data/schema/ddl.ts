import type { Home, Table } from "./table.ts";

/** The statements that create a table with a comment on it and on each of its columns; in the working store, a view where it is kept in parts. */
export function createStatements(table: Table, home?: Home): string[] {
  const columns = Object.entries(table.columns);
  const words = literal(`${table.meaning} One row per ${table.grain}.`);
  if (home === "working" && table.parts)
    return [
      `CREATE VIEW ${quote(table.name)} AS ${table.parts.view}`,
      `COMMENT ON VIEW ${quote(table.name)} IS ${words}`,
      ...comments(table),
    ];
  const body = columns.map(([name, { sql, nullable }]) => `  ${quote(name)} ${sql}${nullable ? "" : " NOT NULL"}`);
  return [
    `CREATE TABLE ${quote(table.name)} (\n${body.join(",\n")}\n)`,
    `COMMENT ON TABLE ${quote(table.name)} IS ${words}`,
    ...comments(table),
  ];
}

function comments({ name: table, columns }: Table): string[] {
  return Object.entries(columns).map(
    ([name, { meaning }]) => `COMMENT ON COLUMN ${quote(table)}.${quote(name)} IS ${literal(meaning)}`,
  );
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
