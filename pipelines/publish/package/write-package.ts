import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { literal, type Manifest, quote } from "@trama/data/schema";
import { all, arrowStream, type DuckDBConnection, openWriter } from "@trama/data/store";
import { hashFile } from "../../receive/durable.ts";
import { citationFile, readme } from "./about.ts";
import { codebook } from "./codebook.ts";
import { type Packaged, packaged, rowsOf } from "./contents.ts";
import { descriptor, type PackagedFile } from "./descriptor.ts";

/** What the folder for null is called in a tree of Hive partitions, as Spark, Trino and DuckDB read it. */
const nullFolder = "__HIVE_DEFAULT_PARTITION__";

/** What was written. */
export interface WrittenPackage {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes a release's open data package into an empty folder: each table as CSV, Parquet and Arrow with the same rows, the
 * cells divided by country and year, with a descriptor (Data Package v2), a codebook, a citation and checksums. It reads
 * `public.duckdb` and nothing else, so it holds nothing that is not published.
 */
export async function writePackage(
  source: string,
  manifest: Manifest,
  folder: string,
  progress: (step: string) => void = () => {},
): Promise<WrittenPackage> {
  await mkdir(folder, { recursive: true });
  const files: PackagedFile[] = [];
  const store = await openWriter(":memory:", { threads: 1 });
  try {
    const connection = await store.connect();
    await connection.run(`ATTACH ${literal(source)} AS open (READ_ONLY)`);
    for (const each of packaged) {
      progress(each.table.name);
      await connection.run(`CREATE TEMP TABLE ${quote(each.table.name)} AS ${rowsOf(each, "open")}`);
      for (const part of await partsOf(connection, each))
        files.push(...(await writePart(connection, each, part, folder)));
    }
    connection.closeSync();
  } finally {
    store.close();
  }
  const texts: Readonly<Record<string, string>> = {
    "datapackage.json": `${JSON.stringify(descriptor(manifest, files), null, 2)}\n`,
    "codebook.html": codebook(manifest),
    "CITATION.cff": citationFile(manifest),
    "README.md": readme(manifest),
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, "checksums.sha256"), await checksums(folder));
  const sizes = await Promise.all((await pathsIn(folder)).map((path) => hashFile(join(folder, path))));
  return { files: sizes.length, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** One part of a table: the values of the columns it is divided by. */
type Part = Readonly<Record<string, string | number | null>>;

async function partsOf(connection: DuckDBConnection, { table, partition }: Packaged): Promise<Part[]> {
  if (partition.length === 0) return [{}];
  const columns = partition.map(quote).join(", ");
  return all<Part>(connection, `SELECT DISTINCT ${columns} FROM temp.${quote(table.name)} ORDER BY ${columns}`);
}

async function writePart(
  connection: DuckDBConnection,
  each: Packaged,
  part: Part,
  folder: string,
): Promise<PackagedFile[]> {
  const { table } = each;
  const where = Object.entries(part).map(
    ([column, value]) =>
      `${quote(column)} ${value === null ? "IS NULL" : `= ${typeof value === "number" ? value : literal(value)}`}`,
  );
  const rows = `SELECT * FROM temp.${quote(table.name)}${where.length > 0 ? ` WHERE ${where.join(" AND ")}` : ""}`;
  const place = [
    "data",
    table.name,
    ...Object.entries(part).map(([column, value]) => `${column}=${value ?? nullFolder}`),
  ];
  const pathOf = (format: string) =>
    place.length === 2 ? `data/${table.name}.${format}` : [...place, `${table.name}.${format}`].join("/");
  await mkdir(dirname(join(folder, pathOf("csv"))), { recursive: true });
  await connection.run(`COPY (${rows}) TO ${literal(join(folder, pathOf("csv")))} (FORMAT csv, HEADER)`);
  await connection.run(
    `COPY (${rows}) TO ${literal(join(folder, pathOf("parquet")))} (FORMAT parquet, COMPRESSION zstd)`,
  );
  await writeFile(join(folder, pathOf("arrow")), await arrowStream(connection, rows));
  return Promise.all(
    (["csv", "parquet", "arrow"] as const).map(async (format) => ({
      table: table.name,
      format,
      path: pathOf(format),
      ...(await hashFile(join(folder, pathOf(format)))),
    })),
  );
}

/** Checksums as `sha256sum --check` reads them. */
async function checksums(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const path of await pathsIn(folder)) lines.push(`${(await hashFile(join(folder, path))).sha256}  ${path}`);
  return `${lines.join("\n")}\n`;
}

async function pathsIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
