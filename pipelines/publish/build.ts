import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { version as framework } from "@trama/data/framework";
import {
  type Cell,
  literal,
  type Manifest,
  type Home as Place,
  type Protection,
  tables,
  tablesOf,
} from "@trama/data/schema";
import { all, append, type DuckDBConnection, one, openReader, openWriter } from "@trama/data/store";
import { attachAsOf, derive, detachAsOf, working } from "../derive/index.ts";
import { createTables } from "../load/create-tables.ts";
import { ReleaseUnsafe, releaseGate } from "../protect/attack/gate.ts";
import { type PublicRow, readRows } from "../protect/attack/published.ts";
import { placedTooNear } from "../protect/attack/statements.ts";
import { shownFigures } from "../protect/earlier.ts";
import { publishCells, type SafeCells, solveCells } from "../protect/publish-cells.ts";
import type { Solved } from "../protect/solved.ts";
import { hashFile, syncFile, syncFolder, writeDurably } from "../receive/durable.ts";
import { hashOf } from "../receive/raw-store.ts";
import { publishOutcomes } from "./cleared-outcomes.ts";
import { donorFile } from "./donor-file.ts";
import { tableHashes } from "./hashes.ts";
import type { Links } from "./links.ts";

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

/** Tables that a donor's file holds as the restricted one does, beside its own cells. */
const forDonors = ["release", "country", "dimension_member"];

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
  return buildFile(join(folder, "restricted.duckdb"), "restricted", async (connection) => {
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

/** The files of a release that leave the restricted side. */
export interface Opened {
  readonly open: BuiltFile;
  /** The file of each donor, by the donor's code. */
  readonly donors: ReadonlyMap<string, BuiltFile>;
  /** What the release gate found. */
  readonly protection: Protection;
}

/**
 * Makes `public.duckdb` and each donor's file of what may leave the restricted file beside them: all solved together,
 * what is not safe withheld, then attacked.
 */
export async function buildOpened(
  folder: string,
  release: number,
  links: Links,
  { progress, solved }: { readonly progress?: (step: string) => void; readonly solved?: Solved } = {},
): Promise<Opened> {
  let safe: SafeCells | undefined;
  const attached = async (connection: DuckDBConnection, fill: (connection: DuckDBConnection) => Promise<void>) => {
    await connection.run(`ATTACH ${literal(join(folder, "restricted.duckdb"))} AS restricted (READ_ONLY)`);
    await fill(connection);
    await connection.run("DETACH restricted");
  };
  const shown = await shownBefore(links);
  const open = await buildFile(join(folder, "public.duckdb"), "public", (made) =>
    attached(made, async (connection) => {
      for (const table of opened) await connection.run(`INSERT INTO ${table} SELECT * FROM restricted.${table}`);
      const about = { release, shown, truth: (number: number) => links.truth(number) };
      safe = await solveCells(connection, "restricted", about, {
        progress: (done, of) => progress?.(`protect ${done}/${of}`),
        solved,
      });
      const cells = safe;
      await withHistory(connection, links, "open", (previous) =>
        publishCells(connection, "restricted", cells, "open", previous),
      );
      await publishOutcomes(connection, "restricted");
    }),
  );
  if (!safe) throw new Error("The public file was made without being solved.");
  const donors = new Map<string, BuiltFile>();
  for (const code of safe.donors) {
    const cells = safe;
    const path = join(folder, donorFile(code));
    await mkdir(dirname(path), { recursive: true });
    const built = await buildFile(path, "donor", (made) =>
      attached(made, async (connection) => {
        for (const table of forDonors) await connection.run(`INSERT INTO ${table} SELECT * FROM restricted.${table}`);
        await withHistory(connection, links, code, (previous) =>
          publishCells(connection, "restricted", cells, code, previous),
        );
      }),
    );
    donors.set(code, built);
  }
  if (donors.size > 0) await syncFolder(join(folder, "donors"));
  progress?.("attack");
  const rows: PublicRow[] = [];
  const near: string[] = [];
  for (const file of ["public.duckdb", ...[...donors.keys()].map(donorFile)]) {
    const store = await openReader(join(folder, file));
    const connection = await store.connect();
    for (const row of await readRows(connection)) rows.push(row);
    if (file === "public.duckdb") near.push(...(await placedTooNear(connection)));
    connection.closeSync();
    store.close();
  }
  if (near.length > 0) throw new ReleaseUnsafe({ "outcome statements": near });
  return { open, donors, protection: { ...(await releaseGate(rows, safe.versions)), shares: sharesOf(safe) } };
}

function sharesOf({ cube }: SafeCells): { candidates: number; kept: number } {
  const solved = [...cube.shares.values()];
  return {
    candidates: solved.reduce((sum, { candidates }) => sum + candidates, 0),
    kept: solved.reduce((sum, { published }) => sum + published, 0),
  };
}

/** The figures that linked releases show, to everybody and to donors. */
async function shownBefore({ releases }: Links): Promise<Cell[]> {
  const found: Cell[] = [];
  for (const { folder, manifest } of releases)
    for (const file of ["public.duckdb", ...Object.values(manifest.donors ?? {})]) {
      const store = await openReader(join(folder, file));
      const connection = await store.connect();
      for (const cell of await all<Cell>(connection, `SELECT * FROM cell WHERE ${shownFigures} ORDER BY rowid`))
        found.push(cell);
      connection.closeSync();
      store.close();
    }
  return found;
}

/** Fills a file's cells with the file of the release before attached, and its history with those of all linked ones. */
async function withHistory(
  connection: DuckDBConnection,
  { releases }: Links,
  audience: string,
  fill: (previous: string | undefined) => Promise<void>,
): Promise<void> {
  const last = releases.at(-1)?.release;
  let filled = false;
  for (const { release, folder, manifest } of releases) {
    const file = audience === "open" ? "public.duckdb" : manifest.donors?.[audience];
    if (file === undefined) continue;
    await connection.run(`ATTACH ${literal(join(folder, file))} AS earlier (READ_ONLY)`);
    await connection.run("INSERT INTO cell_history SELECT * FROM earlier.cell");
    if (release === last) {
      await fill("earlier");
      filled = true;
    }
    await connection.run("DETACH earlier");
  }
  if (!filled) await fill(undefined);
  await connection.run("INSERT INTO cell_history SELECT * FROM cell");
}

/** Writes the manifest of a release whose files lie in the folder; gives it with its hash. */
export async function writeManifest(
  folder: string,
  about: ReleaseAbout,
  restricted: BuiltFile,
  { open, donors, protection }: Opened,
): Promise<{ manifest: Manifest; sha256: string }> {
  const manifest: Manifest = {
    ...about,
    framework_version: framework.version,
    synthetic: await isSynthetic(join(folder, "public.duckdb")),
    files: {
      "restricted.duckdb": restricted.file,
      "public.duckdb": open.file,
      ...Object.fromEntries([...donors].map(([code, { file }]) => [donorFile(code), file])),
    },
    tables: Object.assign(
      { ...prefixed("restricted", restricted.hashes), ...prefixed("public", open.hashes) },
      ...[...donors].map(([code, { hashes }]) => prefixed(donorFile(code).replace(/\.duckdb$/, ""), hashes)),
    ),
    donors: Object.fromEntries([...donors.keys()].map((code) => [code, donorFile(code)])),
    protection,
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeDurably(join(folder, "manifest.json"), text);
  await syncFolder(folder);
  return { manifest, sha256: hashOf(text) };
}

async function buildFile(
  path: string,
  name: Exclude<Place, "working">,
  fill: (connection: DuckDBConnection) => Promise<void>,
): Promise<BuiltFile> {
  // Questions to the files that leave the house are about few of their cells at a time.
  const store = await openWriter(path, name === "restricted" ? {} : { rowGroup: 8192 });
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
