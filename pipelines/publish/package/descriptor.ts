import { type Manifest, type Table, tables } from "@trama/data/schema";
import { licence, title } from "./about.ts";
import { categoriesOf } from "./categories.ts";

/** A file of the package. */
export interface PackagedFile {
  readonly table: string;
  readonly format: "csv" | "parquet" | "arrow";
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

const mediatypes = {
  csv: "text/csv",
  parquet: "application/vnd.apache.parquet",
  arrow: "application/vnd.apache.arrow.stream",
} as const;

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
 * The package's `datapackage.json` (Data Package, version 2): a resource for each table and format, the tables' columns as
 * the schema declares them, code lists as labelled categories, and what an empty cell means.
 */
export function descriptor(manifest: Manifest, files: readonly PackagedFile[]): Record<string, unknown> {
  const groups = new Map<string, PackagedFile[]>();
  for (const file of files)
    groups.set(`${file.table}-${file.format}`, [...(groups.get(`${file.table}-${file.format}`) ?? []), file]);
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `trama-release-${manifest.release}`,
    title: title(manifest),
    description: `${manifest.synthetic ? "SYNTHETIC SAMPLE DATA: no figure in it is real. " : ""}Published figures of collective protection, each published or withheld; a withheld cell tells nothing.`,
    version: `${manifest.release}.0.0`,
    created: manifest.made_at,
    licenses: [licence],
    contributors: [{ title: "Trama", roles: ["publisher"] }],
    sources: [
      {
        title: "Protection International (2024), A Critical Approach to Collective Protection",
        path: "https://www.protectioninternational.org/",
      },
    ],
    resources: [...groups.values()].map((group) => resource(group)),
  };
}

function resource(files: readonly PackagedFile[]): Record<string, unknown> {
  const [first] = files as [PackagedFile];
  const table = (tables as Readonly<Record<string, Table>>)[first.table] as Table;
  return {
    name: `${first.table.replaceAll("_", "-")}-${first.format}`,
    type: "table",
    title: `${table.meaning} One row per ${table.grain}.`,
    path: files.length === 1 ? first.path : files.map(({ path }) => path),
    format: first.format,
    mediatype: mediatypes[first.format],
    encoding: "utf-8",
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(files.length === 1 ? { hash: `sha256:${first.sha256}` } : {}),
    schema: {
      $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
      fields: Object.entries(table.columns).map(([name, { sql, nullable, meaning }]) => ({
        name,
        title: name,
        type: types[sql] ?? "any",
        description: meaning,
        constraints: { required: !nullable },
        ...(nullable ? { missingValues: [{ value: "", label: emptyMeans(table, name) }] } : {}),
        ...categoriesOf(table.name, name),
      })),
      missingValues: [""],
      primaryKey: table.key.filter((name) => table.columns[name]?.nullable === false),
    },
  };
}

/** What an empty cell of a column says. */
export function emptyMeans({ name, key }: Table, column: string): string {
  if (name !== "cell") return "not given";
  return key.includes(column) ? "all, not divided by this" : "not published: see status";
}
