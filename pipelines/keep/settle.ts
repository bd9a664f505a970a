import { access, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { all, type DuckDBConnection } from "@trama/data/store";
import type { Home } from "../home.ts";
import { openWorking } from "../load/working.ts";
import { settleReach } from "../publish/reach.ts";
import { listReleases, readCurrent, removeRelease } from "../publish/releases.ts";
import { filings, loadings, rawHashes } from "../receive/filings.ts";
import { releaseHistory } from "../receive/history.ts";
import { noRows, type RowCounts } from "../step.ts";
import { DoubtfulStore, storageTrouble } from "../trouble.ts";
import { review } from "./replay.ts";

/**
 * Finishes what a stopped process left half done, so that every command begins on a home that is whole; says what it
 * did. Throws where the working store lacks what the ledger says was loaded: nothing may be built on that.
 */
export async function settle(home: Home): Promise<string[]> {
  const done: string[] = [];
  await removeDrafts(home);
  await settleStore(home, done);
  await removeOrphans(home);
  await settleReleases(home, done);
  return done;
}

async function settleStore(home: Home, done: string[]): Promise<void> {
  const lines = home.ledger.lines();
  const kinds = lines.map(({ deed }) => deed.kind);
  if (kinds.lastIndexOf("erased") > kinds.lastIndexOf("rebuilt"))
    throw new DoubtfulStore(`An erasure in ${home.folder} was not finished. Run trama rebuild: it finishes it.`);
  const due = new Map(filings(lines).map((filing) => [filing.sha256, filing]));
  if (!(await exists(home.working))) {
    if (due.size > 0)
      throw new DoubtfulStore(
        `The working store ${home.working} is gone. Run trama rebuild: it is made again from the raw files and the ledger.`,
      );
    return;
  }
  const store = await openWorking(home.working);
  const connection = await store.connect();
  try {
    const present = await reportsOf(connection);
    const missing = [...due.keys()].filter((sha256) => !present.has(sha256));
    if (missing.length > 0)
      throw new DoubtfulStore(
        `The working store ${home.working} was cut short: ${missing.length} reports that the ledger says were loaded are not in it. Run trama rebuild: it is made again from the raw files and the ledger.`,
      );
    for (const [sha256, { sequence, counts }] of present) {
      const filing = due.get(sha256);
      if (filing) {
        if (JSON.stringify(filing.counts) !== JSON.stringify(counts))
          throw new DoubtfulStore(
            `The working store counts other rows of the report ${sha256.slice(0, 16)} than the ledger. Run trama rebuild.`,
          );
        continue;
      }
      const received = lines[sequence - 1]?.deed;
      if (received?.kind !== "received" || received.sha256 !== sha256)
        throw new DoubtfulStore(
          `The working store holds the report ${sha256.slice(0, 16)}, of which the ledger does not tell: the ledger was cut short. Restore the home from a backup (trama restore).`,
        );
      await home.ledger.append({ kind: "loaded", sha256, counts, decisions: [] });
      done.push(`report ${sha256.slice(0, 16)}: loaded before the process stopped, now acknowledged`);
    }
    await settleReviews(home, connection);
  } finally {
    connection.closeSync();
    store.close();
  }
}

/** A decision stands in the ledger before it changes the store: those that the store lacks are applied now. */
async function settleReviews(home: Home, connection: DuckDBConnection): Promise<void> {
  const decided = new Set((await all<{ held: string }>(connection, "SELECT held FROM review")).map(({ held }) => held));
  for (const loading of loadings(home.ledger.lines()))
    if (loading.kind === "reviewed" && !decided.has(loading.held)) await review(home, connection, loading);
}

async function reportsOf(connection: DuckDBConnection) {
  const rows = await all<{ sha256: string; sequence: number } & RowCounts>(
    connection,
    `SELECT sha256, sequence, rows_read AS read, rows_accepted AS accepted, rows_rejected AS rejected,
            rows_quarantined AS quarantined, rows_skipped AS skipped FROM report ORDER BY sequence`,
  );
  return new Map(
    rows.map(({ sha256, sequence, ...found }) => [sha256, { sequence, counts: { ...noRows(), ...found } }]),
  );
}

/** Files that a stopped process was writing when it stopped; nobody was told that they are there. */
async function removeDrafts({ folder, releases }: Home): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (/^working\.duckdb\.(rebuild|checking|migrating)|\.part$/.test(name))
      await rm(path, { recursive: true, force: true });
    if (/^lock\./.test(name) && (await isOld(path))) await rm(path, { force: true });
  }
  for (const name of await readdir(releases).catch(() => [] as string[]))
    if (/\.(draft|pruned|part)$/.test(name)) await rm(join(releases, name), { recursive: true, force: true });
  for (const name of await readdir(join(folder, "raw"), { recursive: true }).catch(() => [] as string[]))
    if (name.endsWith(".part")) await rm(join(folder, "raw", name), { force: true });
}

/** Words and redacted copies are kept before the deed that names them; without the deed they are nobody's. */
async function removeOrphans({ raw, ledger }: Home): Promise<void> {
  const { allowed } = rawHashes(ledger.lines());
  for (const sha256 of await raw.list())
    if (!allowed.has(sha256) && (await raw.roleOf(sha256).catch(() => "report")) !== "report")
      await raw.destroy(sha256);
}

/** A release that was never acknowledged is taken away; `current`, withdrawn and pruned ones follow the ledger. */
async function settleReleases(home: Home, done: string[]): Promise<void> {
  const { releases, current } = releaseHistory(home.ledger.lines());
  const states = new Map(releases.map(({ release, state }) => [release, state]));
  const last = releases.at(-1)?.release ?? 0;
  for (const release of await listReleases(home.releases)) {
    const state = states.get(release);
    if ((state === undefined && release > last) || state === "pruned") {
      await removeRelease(home.releases, release);
      if (state === undefined) done.push(`release ${release}: not finished when the process stopped, removed`);
    }
  }
  const shown = await readCurrent(home.releases);
  if (!current || shown.kind === "damaged") return;
  if (shown.kind !== current.state || shown.release !== current.release) {
    await settleReach(home);
    done.push(`current: now release ${current.release}, as the ledger says`);
  }
  for (const { release, state } of releases)
    if (state === "withdrawn" && (await listReleases(home.releases)).includes(release)) await settleReach(home);
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > 60_000;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The same, with the disk's own troubles told as such. */
export async function settled(home: Home): Promise<string[]> {
  try {
    return await settle(home);
  } catch (error) {
    throw storageTrouble(error, home.folder) ?? error;
  }
}
