import { access, rm } from "node:fs/promises";
import { type DuckDBConnection, openReader } from "@trama/data/store";
import type { Home } from "../home.ts";
import { openWorking } from "../load/working.ts";
import { tableHashes } from "../publish/hashes.ts";
import { listReleases, readCurrent, releaseTrouble } from "../publish/releases.ts";
import { filings, rawHashes } from "../receive/filings.ts";
import { releaseHistory } from "../receive/history.ts";
import { storageTrouble } from "../trouble.ts";
import { replay } from "./replay.ts";
import { settle } from "./settle.ts";

/** What a check of the whole home found. */
export interface Verified {
  readonly ledger_lines: number;
  readonly raw_files: number;
  readonly reports: number;
  readonly releases: readonly number[];
  /** What a stopped process had left half done, and was finished now. */
  readonly settled: readonly string[];
  /** Every difference, each with its place and what to do. */
  readonly differences: readonly string[];
}

export interface VerifyOptions {
  /** Leave out loading every raw file again to compare its rows with the working store's. */
  readonly quick?: boolean;
  readonly progress?: (step: string) => void;
}

/** Compares raw files, ledger, working store and releases with each other. The ledger's own chain was checked on opening. */
export async function verify(
  home: Home,
  { quick = false, progress = () => {} }: VerifyOptions = {},
): Promise<Verified> {
  const differences: string[] = [];
  const settled = await settle(home).catch((error: unknown) => {
    const trouble = storageTrouble(error, home.folder);
    if (!trouble) throw error;
    differences.push(trouble.message);
    return [];
  });
  const lines = home.ledger.lines();
  progress("raw files");
  differences.push(...(await rawDifferences(home)));
  if (differences.length === 0 && !quick && (await exists(home.working))) {
    progress("working store");
    differences.push(...(await storeDifferences(home)));
  }
  progress("releases");
  differences.push(...(await releaseDifferences(home)));
  return {
    ledger_lines: lines.length,
    raw_files: (await home.raw.list()).length,
    reports: filings(lines).length,
    releases: await listReleases(home.releases),
    settled,
    differences,
  };
}

async function rawDifferences({ raw, keys, ledger }: Home): Promise<string[]> {
  const { due, allowed, gone } = rawHashes(ledger.lines());
  const differences: string[] = [];
  const present = await raw.list();
  for (const sha256 of new Set([...due, ...present])) {
    if (gone.has(sha256)) {
      differences.push(
        `The raw file ${sha256} was erased and is still there. Run trama rebuild; it finishes the erasure.`,
      );
      continue;
    }
    if (!allowed.has(sha256) && !due.has(sha256))
      differences.push(
        `The ledger does not tell of the raw file ${sha256}. Restore the home from a backup (trama restore), or move the file elsewhere.`,
      );
    await raw.get(sha256).catch((error: Error) => differences.push(error.message));
  }
  for (const sha256 of await keys.data.list())
    if (gone.has(sha256))
      differences.push(`The data key of the erased raw file ${sha256} is still there. Run trama rebuild.`);
  return differences;
}

/** Loads every raw file again into a store aside, and compares it table by table with the one in use. */
async function storeDifferences(home: Home): Promise<string[]> {
  const aside = `${home.working}.checking`;
  const remove = async () => {
    for (const path of [aside, `${aside}.wal`]) await rm(path, { force: true });
  };
  await remove();
  try {
    const store = await openWorking(aside);
    const connection = await store.connect();
    const { differences } = await replay(home, connection);
    const due = await tableHashes(connection);
    connection.closeSync();
    store.close();
    const found = await reading(home.working, tableHashes);
    const other = Object.keys({ ...due, ...found }).filter((table) => due[table] !== found[table]);
    return [
      ...differences.map((difference) => `Loaded again, ${difference}. Run trama rebuild.`),
      ...other.map(
        (table) =>
          `The table ${table} of ${home.working} does not hold what the raw files give (${rowsOf(found[table])} rows, not ${rowsOf(due[table])}, or other values). Run trama rebuild.`,
      ),
    ];
  } catch (error) {
    const trouble = storageTrouble(error, home.folder);
    if (!trouble) throw error;
    return [trouble.message];
  } finally {
    await remove();
  }
}

async function releaseDifferences({ releases: folder, ledger }: Home): Promise<string[]> {
  const { releases, current } = releaseHistory(ledger.lines());
  const differences: string[] = [];
  for (const published of releases)
    if (published.state === "kept") differences.push(...(await releaseTrouble(folder, published)));
  for (const release of await listReleases(folder))
    if (!releases.some((known) => known.release === release && known.state === "kept"))
      differences.push(`The ledger does not tell of release ${release}. Move its folder out of ${folder}.`);
  const shown = await readCurrent(folder);
  const due = current ? `${current.state} ${current.release}` : "none";
  const found = shown.kind === "none" || shown.kind === "damaged" ? shown.kind : `${shown.kind} ${shown.release}`;
  if (due !== found)
    differences.push(
      `${folder}/current ${found === "damaged" ? "was altered and cannot be read" : `says ${found}`}; the ledger says ${due}. Run trama rollback ${current?.release ?? ""}.`.trim(),
    );
  return differences;
}

async function reading<T>(path: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const store = await openReader(path);
  try {
    const connection = await store.connect();
    const result = await work(connection);
    connection.closeSync();
    return result;
  } finally {
    store.close();
  }
}

function rowsOf(hash: string | undefined): string {
  return hash?.split(":")[0] ?? "no";
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
