import { access, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "@trama/data/schema";
import { one, openReader } from "@trama/data/store";
import type { Home } from "../home.ts";
import { solvedIn } from "../protect/solved.ts";
import { syncFolder } from "../receive/durable.ts";
import { filings } from "../receive/filings.ts";
import { headAt, releaseHistory } from "../receive/history.ts";
import { DoubtfulStore } from "../trouble.ts";
import { buildOpened, buildRestricted, NothingToPublish, writeManifest } from "./build.ts";
import { keptBefore, type LinkedRelease, linksOf } from "./links.ts";
import { listReleases, readManifest, releaseTrouble, removeRelease, switchCurrent } from "./releases.ts";

export { NothingToPublish } from "./build.ts";

/** Releases that are kept at least; older ones are removed when a new one is published. */
export const keptReleases = 3;

export interface PublishOptions {
  readonly note?: string | undefined;
  /** Publish what was believed at that moment; left out, what is believed now. */
  readonly asOf?: Date | undefined;
  readonly progress?: (step: string) => void;
  readonly keep?: number | undefined;
}

/**
 * Derives, protects and checks a new release, then makes it the current one. A build that fails leaves no trace; one that
 * was killed leaves what it had solved, and the next goes on from there.
 */
export async function publish(home: Home, options: PublishOptions = {}): Promise<Manifest> {
  const { note, asOf, progress = () => {}, keep = keptReleases } = options;
  const lines = home.ledger.lines();
  const last = lines.at(-1);
  if (!last || !(await exists(home.working))) throw new NothingToPublish();
  const release = await nextNumber(home);
  const as_of = asOf && asOf.toISOString() < last.at ? asOf.toISOString() : last.at;
  const about = {
    release,
    made_at: home.now().toISOString(),
    note: note ?? null,
    as_of,
    ledger_head: headAt(lines, as_of),
  };
  const draft = join(home.releases, `${release}.draft`);
  const solved = join(home.releases, `${release}.solved.draft`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    progress("derive");
    const restricted = await buildRestricted(draft, home.working, about);
    await reconcile(home, join(draft, "restricted.duckdb"), as_of);
    const links = linksOf(home.working, await linkedOf(home, release), releaseHistory(lines).releases);
    progress("protect");
    const opened = await buildOpened(draft, release, links, { progress, solved: solvedIn(solved) });
    progress("check");
    const { manifest, sha256 } = await writeManifest(draft, about, restricted, opened);
    await rename(draft, join(home.releases, String(release)));
    await syncFolder(home.releases);
    const { made_at } = about;
    await home.ledger.append({
      kind: "published",
      release,
      made_at,
      note: about.note,
      as_of,
      manifest: sha256,
      tables: manifest.tables,
    });
    await switchCurrent(home.releases, release);
    await prune(home, keep);
    return manifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(solved, { recursive: true, force: true });
  }
}

/** The kept releases that a new one is linked with; each must be there as it was published. */
async function linkedOf(home: Home, release: number): Promise<LinkedRelease[]> {
  const linked: LinkedRelease[] = [];
  for (const kept of keptBefore(home.ledger.lines(), release)) {
    const [trouble] = await releaseTrouble(home.releases, kept);
    if (trouble) throw new DoubtfulStore(`A new release is compared with those that are kept. ${trouble}`);
    const folder = join(home.releases, String(kept.release));
    linked.push({ release: kept.release, folder, manifest: await readManifest(home.releases, kept.release) });
  }
  return linked;
}

/** Numbers are never used twice, not even those of releases that are gone. */
async function nextNumber(home: Home): Promise<number> {
  const known = releaseHistory(home.ledger.lines()).releases.map(({ release }) => release);
  return Math.max(0, ...known, ...(await listReleases(home.releases))) + 1;
}

/** A release shows just the reports that the ledger says were loaded by then, with their counts. */
async function reconcile(home: Home, path: string, asOf: string): Promise<void> {
  const due = filings(home.ledger.lines()).filter(({ at }) => at <= asOf);
  const store = await openReader(path);
  try {
    const connection = await store.connect();
    const found = await one<{ reports: number; read: number }>(
      connection,
      "SELECT count(*)::INTEGER AS reports, coalesce(sum(rows_read), 0)::BIGINT AS read FROM report",
    );
    connection.closeSync();
    const read = due.reduce((sum, { counts }) => sum + counts.read, 0);
    if (found.reports !== due.length || Number(found.read) !== read)
      throw new DoubtfulStore(
        `The release would hold ${found.reports} reports of ${found.read} rows, the ledger tells of ${due.length} of ${read}. Nothing was published; run trama rebuild.`,
      );
  } finally {
    store.close();
  }
}

/** Removes the oldest releases beyond those that are kept; the current one stays whatever its age. */
async function prune(home: Home, keep: number): Promise<void> {
  const { releases, current } = releaseHistory(home.ledger.lines());
  const kept = releases.filter(({ state }) => state === "kept").map(({ release }) => release);
  const old = kept.slice(0, -Math.max(keptReleases, keep)).filter((release) => release !== current?.release);
  if (old.length === 0) return;
  await home.ledger.append({ kind: "pruned", releases: old });
  for (const release of old) await removeRelease(home.releases, release);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
