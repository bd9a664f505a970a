import { join } from "node:path";
import { version as framework } from "@trama/data/framework";
import { literal, type Manifest, type Home as Place, type Protection, tables, tablesOf } from "@trama/data/schema";
import { append, type DuckDBConnection, one, openReader, openWriter } from "@trama/data/store";
import { attachAsOf, derive, detachAsOf, working } from "../derive/index.ts";
import { createTables } from "../load/create-tables.ts";
import { releaseGate } from "../protect/attack/gate.ts";
import { publishCells } from "../protect/publish-cells.ts";
import { hashFile, syncFile, syncFolder, writeDurably } from "../receive/durable.ts";
import { hashOf } from "../receive/raw-store.ts";
import { tableHashes } from "./hashes.ts";

/** Tables that the public file holds as the restricted one does. */
const opened = [
  "release",
  "country",
  "framework_item",
  "dimension_member",
  "published_result",
  "published_activity",
  "published_dimension",
];

/** What a release is made of: enough to make it again. */
export interface ReleaseAbout {
  readonly release: number;
  readonly made_at: string;
  readonly note: string | null;
  readonly as_of: string;
  readonly ledger_head: string;
}

/** A file of a release, closed, read back and hashed. */
export interface BuiltFile {
  readonly file: { readonly sha256: string; readonly bytes: number };
  readonly hashes: Readonly<Record<string, string>>;
  /** What the release gate found, for the public file. */
  readonly protection?: Protection | undefined;
}

const nothing = "No report has been loaded yet. File reports with trama ingest first.";

/** Nothing has been loaded yet, so there is nothing to publish. */
export class NothingToPublish extends Error {
  constructor(message = nothing) {
    super(message);
  }
}

/** Derives `restricted.duckdb` from the working store as it was believed at the release's moment. */
export function buildRestricted(
  folder: string,
  store: string,
  about: ReleaseAbout,
  { mayBeEmpty = false }: { readonly mayBeEmpty?: boolean } = {},
): Promise<BuiltFile> {
  return buildFile(folder, "restricted", async (connection) => {
    await attachAsOf(connection, store, about.as_of);
    const { reports } = await one<{ reports: number }>(connection, `SELECT count(*) AS reports FROM ${working}.report`);
    if (reports === 0 && !mayBeEmpty) throw new NothingToPublish();
    await derive(connection, about.release);
    await detachAsOf(connection);
    const { synthetic } = await one<{ synthetic: boolean }>(
      connection,
      "SELECT coalesce(bool_or(synthetic), false) AS synthetic FROM report",
    );
    const { made_at, as_of, ...rest } = about;
    await append(connection, tables.release, [
      { ...rest, made_at: new Date(made_at), as_of: new Date(as_of), synthetic, framework_version: framework.version },
    ]);
  });
}

/** Copies what may leave from the restricted file beside it into `public.duckdb`, withholds what is not safe, attacks it. */
export async function buildPublic(folder: string, progress?: (step: string) => void): Promise<BuiltFile> {
  let protection: Protection | undefined;
  const built = await buildFile(folder, "public", async (connection) => {
    await connection.run(`ATTACH ${literal(join(folder, "restricted.duckdb"))} AS restricted (READ_ONLY)`);
    for (const table of opened) await connection.run(`INSERT INTO ${table} SELECT * FROM restricted.${table}`);
    await publishCells(connection, "restricted", (done, of) => progress?.(`protect ${done}/${of}`));
    protection = await releaseGate(connection, "restricted");
    await connection.run("DETACH restricted");
    await connection.run("INSERT INTO cell_history SELECT * FROM cell");
  });
  return { ...built, protection };
}

/** Writes the manifest of a release whose files lie in the folder; gives it with its hash. */
export async function writeManifest(
  folder: string,
  about: ReleaseAbout,
  restricted: BuiltFile,
  open: BuiltFile,
): Promise<{ manifest: Manifest; sha256: string }> {
  const manifest: Manifest = {
    ...about,
    framework_version: framework.version,
    synthetic: await isSynthetic(join(folder, "public.duckdb")),
    files: { "restricted.duckdb": restricted.file, "public.duckdb": open.file },
    tables: { ...prefixed("restricted", restricted.hashes), ...prefixed("public", open.hashes) },
    protection: open.protection,
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeDurably(join(folder, "manifest.json"), text);
  await syncFolder(folder);
  return { manifest, sha256: hashOf(text) };
}

async function buildFile(
  folder: string,
  name: Exclude<Place, "working">,
  fill: (connection: DuckDBConnection) => Promise<void>,
): Promise<BuiltFile> {
  const path = join(folder, `${name}.duckdb`);
  const store = await openWriter(path);
  try {
    const connection = await store.connect();
    await createTables(connection, tablesOf(Object.values(tables), name), name);
    await fill(connection);
    await connection.run("CHECKPOINT");
    connection.closeSync();
  } finally {
    store.close();
  }
  await syncFile(path);
  return readBack(path);
}

/** Opens a finished file as a reader would, reads every row of it once, and says what it holds. */
export async function readBack(path: string): Promise<BuiltFile> {
  const store = await openReader(path);
  try {
    const connection = await store.connect();
    const hashes = await tableHashes(connection);
    connection.closeSync();
    return { hashes, file: await hashFile(path) };
  } finally {
    store.close();
  }
}

async function isSynthetic(path: string): Promise<boolean> {
  const store = await openReader(path);
  try {
    const connection = await store.connect();
    const { synthetic } = await one<{ synthetic: boolean }>(connection, "SELECT synthetic FROM release");
    connection.closeSync();
    return synthetic;
  } finally {
    store.close();
  }
}

function prefixed(name: string, hashes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(hashes).map(([table, hash]) => [`${name}.${table}`, hash]));
}
