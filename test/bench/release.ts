import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tables, tablesOf } from "@trama/data/schema";
import { openWriter } from "@trama/data/store";
import { createTables } from "../../pipelines/load/create-tables.ts";
import { buildRestricted, readBack, writeManifest } from "../../pipelines/publish/build.ts";
import { switchCurrent } from "../../pipelines/publish/releases.ts";
import { drawObservations } from "./observations.ts";

/** A releases folder with one release of so many observations. */
export interface Made {
  readonly releases: string;
  readonly working: string;
  readonly restricted: string;
  readonly open: string;
  /** Seconds that it took to derive the restricted file, read it back and hash it. */
  readonly derived: number;
}

const at = "2026-01-31T00:00:00.000Z";
const sha256 = "0".repeat(64);
const about = { release: 1, made_at: at, note: null, as_of: at, ledger_head: sha256 };

/**
 * Makes a release of so many observations by the steps that publish does, but for protection: the open file gets the very
 * cells that protection looks at, with their exact figures. What a question costs depends on how many cells there are and
 * not on what they say. Nothing is made where it is there already.
 */
export async function madeRelease(folder: string, rows: number): Promise<Made> {
  const home = join(folder, String(rows));
  const release = join(home, "releases/1");
  const made = (derived: number): Made => ({
    releases: join(home, "releases"),
    working: join(home, "working.duckdb"),
    restricted: join(release, "restricted.duckdb"),
    open: join(release, "public.duckdb"),
    derived,
  });
  if (await stat(join(home, "releases/current")).catch(() => undefined)) return made(Number.NaN);
  await mkdir(release, { recursive: true });
  const { working } = made(0);
  await drawObservations(working, { rows, at, sequence: 1, sha256, funded: true });
  const from = performance.now();
  const restricted = await buildRestricted(release, working, about);
  const derived = (performance.now() - from) / 1000;
  await fillPublic(release);
  const open = await readBack(join(release, "public.duckdb"));
  await writeManifest(release, about, restricted, { open, donors: new Map(), protection: unprotected });
  await switchCurrent(join(home, "releases"), 1);
  await writeFile(join(home, "derived"), String(derived));
  return made(derived);
}

const unprotected = { minimum: 5, eligible: 0, published: 0, attacks: {} };

/** The open cells as they were derived, in the order in which publishing writes them. */
async function fillPublic(release: string): Promise<void> {
  const store = await openWriter(join(release, "public.duckdb"), { rowGroup: 8192 });
  const connection = await store.connect();
  await createTables(connection, tablesOf(Object.values(tables), "public"), "public");
  await connection.run(`ATTACH '${join(release, "restricted.duckdb")}' AS restricted (READ_ONLY)`);
  for (const table of ["release", "country", "dimension_member", "framework_item"])
    await connection.run(`INSERT INTO ${table} SELECT * FROM restricted.${table}`);
  await connection.run("INSERT INTO cell SELECT * FROM restricted.cell WHERE audience = 'open' ORDER BY rowid");
  await connection.run("CHECKPOINT");
  connection.closeSync();
  store.close();
}
