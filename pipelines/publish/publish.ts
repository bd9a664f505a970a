import { access, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { version as framework } from "@trama/data/framework";
import {
  createStatements,
  literal,
  type Manifest,
  type Home as Place,
  type Protection,
  tables,
  tablesOf,
} from "@trama/data/schema";
import { append, type DuckDBConnection, one, openReader, openWriter } from "@trama/data/store";
import { derive, working } from "../derive/index.ts";
import type { Home } from "../home.ts";
import { releaseGate } from "../protect/attack/gate.ts";
import { publishCells } from "../protect/publish-cells.ts";
import { syncFolder, writeDurably } from "../receive/durable.ts";
import { hashOf } from "../receive/raw-store.ts";
import { tableHashes } from "./hashes.ts";
import { listReleases, switchCurrent } from "./releases.ts";

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

/** Tables that differ between a release and its rebuild because they name the moment they were made. */
const momentary = ["release"];

export interface PublishOptions {
  readonly note?: string | undefined;
  readonly progress?: (step: string) => void;
}

const nothing = "No report has been loaded yet. File reports with trama ingest first.";

/** Nothing has been loaded yet, so there is nothing to publish. */
export class NothingToPublish extends Error {}

/** Derives, protects and checks a new release, then makes it the current one. A build that fails leaves no trace. */
export async function publish(home: Home, { note, progress = () => {} }: PublishOptions = {}): Promise<Manifest> {
  if (!(await exists(home.working))) throw new NothingToPublish(nothing);
  const release = ((await listReleases(home.releases)).at(-1) ?? 0) + 1;
  const draft = join(home.releases, `${release}.draft`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const about = {
    release,
    made_at: home.now(),
    note: note ?? null,
    framework_version: framework.version,
    ledger_head: home.ledger.head(),
  };

  progress("derive");
  const restricted = await buildFile(draft, "restricted", async (connection) => {
    await connection.run(`ATTACH ${literal(home.working)} AS ${working} (READ_ONLY)`);
    await refuseEmpty(connection);
    await derive(connection, release);
    await connection.run(`DETACH ${working}`);
    const { synthetic } = await one<{ synthetic: boolean }>(
      connection,
      "SELECT bool_or(synthetic) AS synthetic FROM report",
    );
    await append(connection, tables.release, [{ ...about, synthetic }]);
  });

  progress("protect");
  let protection: Protection | undefined;
  const open_ = await buildFile(draft, "public", async (connection) => {
    await connection.run(`ATTACH ${literal(join(draft, "restricted.duckdb"))} AS restricted (READ_ONLY)`);
    for (const table of opened) await connection.run(`INSERT INTO ${table} SELECT * FROM restricted.${table}`);
    await publishCells(connection, "restricted", (done, of) => progress(`protect ${done}/${of}`));
    protection = await releaseGate(connection, "restricted");
    await connection.run("DETACH restricted");
    await connection.run("INSERT INTO cell_history SELECT * FROM cell");
  });

  progress("check");
  const { synthetic } = await checkReadable(join(draft, "public.duckdb"));
  const manifest: Manifest = {
    ...about,
    made_at: about.made_at.toISOString(),
    synthetic,
    files: { "restricted.duckdb": restricted.file, "public.duckdb": open_.file },
    tables: { ...prefixed("restricted", restricted.hashes), ...prefixed("public", open_.hashes) },
    protection,
  };
  await writeDurably(join(draft, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await syncFolder(draft);
  await rename(draft, join(home.releases, String(release)));
  await syncFolder(home.releases);
  await home.ledger.append({ kind: "published", release, tables: manifest.tables });
  await switchCurrent(home.releases, release);
  return manifest;
}

async function buildFile(
  draft: string,
  name: Exclude<Place, "working">,
  fill: (connection: DuckDBConnection) => Promise<void>,
) {
  const path = join(draft, `${name}.duckdb`);
  const store = await openWriter(path);
  try {
    const connection = await store.connect();
    for (const table of tablesOf(Object.values(tables), name))
      for (const statement of createStatements(table)) await connection.run(statement);
    await fill(connection);
    const hashes = await tableHashes(connection, momentary);
    await connection.run("CHECKPOINT");
    connection.closeSync();
    return { hashes, file: await settled(path, store.close) };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Closes the store, makes its file survive a power cut, and says what it holds. */
async function settled(path: string, close: () => void) {
  close();
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
  const bytes = await readFile(path);
  return { sha256: hashOf(bytes), bytes: bytes.length };
}

async function refuseEmpty(connection: DuckDBConnection): Promise<void> {
  const { reports } = await one<{ reports: number }>(connection, `SELECT count(*) AS reports FROM ${working}.report`);
  if (reports === 0) throw new NothingToPublish(nothing);
}

/** Opens the finished file as a reader would, and reads every column of its cells once. */
async function checkReadable(path: string): Promise<{ synthetic: boolean }> {
  const store = await openReader(path);
  try {
    const connection = await store.connect();
    await tableHashes(connection);
    const found = await one<{ synthetic: boolean }>(connection, "SELECT synthetic FROM release");
    connection.closeSync();
    return found;
  } finally {
    store.close();
  }
}

function prefixed(name: string, hashes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(hashes).map(([table, hash]) => [`${name}.${table}`, hash]));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
