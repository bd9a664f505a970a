import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { literal, type Manifest, quote } from "@trama/data/schema";
import { all, arrowStream, type DuckDBConnection, openWriter } from "@trama/data/store";
import { hashFile } from "../../receive/durable.ts";
import { citationFile, readme } from "./about.ts";
import { changelog } from "./changelog.ts";
import { codebook } from "./codebook.ts";
import { type Packaged, packaged, rowsOf } from "./contents.ts";
import { ddiCodebook, type Extent } from "./ddi.ts";
import { descriptor, type PackagedFile } from "./descriptor.ts";

/** What the folder for null is called in a tree of Hive partitions, as Spark, Trino and DuckDB read it. */
const nullFolder = "__HIVE_DEFAULT_PARTITION__";

/** What was written. */
export interface WrittenPackage {
  readonly files: number;
  readonly bytes: number;
}

export interface PackageOptions {
  readonly formats: readonly PackagedFile["format"][];
  readonly progress?: ((step: string) => void) | undefined;
}

/**
 * Writes a release's open data package into an empty folder: each table as CSV, Parquet and Arrow with the same rows, the
 * cells divided by country and year, with a descriptor (Data Package v2), a codebook for people and one for
 * programs (DDI), a citation and checksums. It reads
 * `public.duckdb` and nothing else, so it holds nothing that is not published.
 */
export async function writePackage(
  source: string,
  manifest: Manifest,
  folder: string,
  { formats, progress = () => {} }: PackageOptions,
): Promise<WrittenPackage> {
  await mkdir(folder, { recursive: true });
  const files: PackagedFile[] = [];
  const rows: Record<string, number> = {};
  let years: Extent["years"] = [0, 0];
  let changes = "";
  const store = await openWriter(":memory:", { threads: 1 });
  try {
    const connection = await store.connect();
    await connection.run(`ATTACH ${literal(source)} AS open (READ_ONLY)`);
    for (const each of packaged) {
      progress(each.table.name);
      await connection.run(
        `CREATE TEMP TABLE ${quote(each.table.name)} AS ${rowsOf(each, "open", await columnsIn(connection, each))}`,
      );
      rows[each.table.name] = await countIn(connection, each);
      for (const part of await partsOf(connection, each))
        files.push(...(await writePart(connection, each, part, folder, formats)));
    }
    const [span] = await all<{ from: number; to: number }>(
      connection,
      `SELECT coalesce(min(year), 0)::INTEGER AS "from", coalesce(max(year), 0)::INTEGER AS "to" FROM temp.cell`,
    );
    years = [span?.from ?? 0, span?.to ?? 0];
    progress("changes");
    changes = await changelog(connection, "open", manifest);
    connection.closeSync();
  } finally {
    store.close();
  }
  const texts: Readonly<Record<string, string>> = {
    "datapackage.json": `${JSON.stringify(descriptor(manifest, files), null, 2)}\n`,
    "codebook.html": codebook(manifest),
    "codebook.xml": ddiCodebook(manifest, files, { rows, years }),
    "CITATION.cff": citationFile(manifest),
    "README.md": readme(manifest),
    "CHANGELOG.md": changes,
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, "checksums.sha256"), await checksums(folder));
  const sizes = await Promise.all((await pathsIn(folder)).map((path) => hashFile(join(folder, path))));
  return { files: sizes.length, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** The columns that the release has of a table; none where it has no such table. */
async function columnsIn(connection: DuckDBConnection, { table }: Packaged): Promise<ReadonlySet<string>> {
  const found = await all<{ name: string }>(
    connection,
    `SELECT column_name AS name FROM duckdb_columns() WHERE database_name = 'open' AND table_name = ${literal(table.name)}`,
  );
  return new Set(found.map(({ name }) => name));
}

async function countIn(connection: DuckDBConnection, { table }: Packaged): Promise<number> {
  const [found] = await all<{ rows: number }>(
    connection,
    `SELECT count(*)::INTEGER AS rows FROM temp.${quote(table.name)}`,
  );
  return found?.rows ?? 0;
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
  { table }: Packaged,
  part: Part,
  folder: string,
  formats: readonly PackagedFile["format"][],
): Promise<PackagedFile[]> {
  const where = Object.entries(part).map(
    ([column, value]) =>
      `${quote(column)} ${value === null ? "IS NULL" : `= ${typeof value === "number" ? value : literal(value)}`}`,
  );
  const rows = `SELECT * FROM temp.${quote(table.name)}${where.length > 0 ? ` WHERE ${where.join(" AND ")}` : ""}`;
  const levels = Object.entries(part).map(([column, value]) => `${column}=${value ?? nullFolder}`);
  const place = ["data", ...(levels.length > 0 ? [table.name, ...levels] : [])].join("/");
  await mkdir(join(folder, place), { recursive: true });
  const written: PackagedFile[] = [];
  for (const format of formats) {
    const path = `${place}/${table.name}.${format}`;
    await writers[format](connection, rows, join(folder, path));
    written.push({ table: table.name, format, path, ...(await hashFile(join(folder, path))) });
  }
  return written;
}

const writers: Readonly<
  Record<PackagedFile["format"], (connection: DuckDBConnection, rows: string, path: string) => Promise<unknown>>
> = {
  csv: (connection, rows, path) => connection.run(`COPY (${rows}) TO ${literal(path)} (FORMAT csv, HEADER)`),
  parquet: (connection, rows, path) =>
    connection.run(`COPY (${rows}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`),
  arrow: async (connection, rows, path) => writeFile(path, await arrowStream(connection, rows)),
};

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
