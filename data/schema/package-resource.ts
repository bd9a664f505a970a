import { categoriesOf } from "./package-categories.ts";
import type { Table } from "./table.ts";

/** How the formats of open data are named. */
export const packageFormats = {
  csv: "text/csv",
  parquet: "application/vnd.apache.parquet",
  arrow: "application/vnd.apache.arrow.stream",
} as const;
export type PackageFormat = keyof typeof packageFormats;

const types: Readonly<Record<string, string>> = {
  VARCHAR: "string",
  "VARCHAR[]": "string",
  SMALLINT: "integer",
  INTEGER: "integer",
  DOUBLE: "number",
  BOOLEAN: "boolean",
  DATE: "date",
  TIMESTAMPTZ: "string",
};

/**
 * A table as a resource of a Data Package: its columns as the schema declares them, code lists as labelled categories, and
 * what an empty cell means. `path` is a file's path or address, or several.
 */
export function packageResource(table: Table, format: PackageFormat, path: string | readonly string[]) {
  return {
    name: `${table.name.replaceAll("_", "-")}-${format}`,
    type: "table",
    title: `${table.meaning} One row per ${table.grain}.`,
    path,
    format,
    mediatype: packageFormats[format],
    encoding: "utf-8",
    schema: {
      $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
      fields: Object.entries(table.columns).map(([name, { sql, meaning }]) => {
        const empty = emptyMeans(table, name);
        return {
          name,
          title: name,
          type: types[sql] ?? "any",
          description: meaning,
          constraints: { required: empty === null },
          ...(empty === null ? {} : { missingValues: [{ value: "", label: empty }] }),
          ...categoriesOf(table.name, name),
        };
      }),
      missingValues: [""],
      primaryKey: table.key.filter((name) => table.columns[name]?.nullable === false),
    },
  };
}

/** What an empty cell of a column says; null where none is empty. */
export function emptyMeans({ name, key, columns }: Table, column: string): string | null {
  // A list is written as text, so one of nothing is an empty cell.
  if (columns[column]?.sql.endsWith("[]")) return "none";
  if (!columns[column]?.nullable) return null;
  if (name === "outcome_statement" && /^(country|region|year)$/.test(column)) return "not named, for safety";
  if (name !== "cell") return "not given";
  return key.includes(column) ? "all, not divided by this" : "not published: see status";
}
