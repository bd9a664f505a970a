import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Manifest } from "@trama/data/schema";
import type { Home } from "../home.ts";
import { openToLoad } from "../load/working.ts";
import { buildOpened, buildRestricted, writeManifest } from "../publish/build.ts";
import { settleReach } from "../publish/reach.ts";
import { releaseTrouble, shredDrafts } from "../publish/releases.ts";
import type { ReleaseSeal } from "../receive/deed.ts";
import { syncFile, syncFolder, writeDurably } from "../receive/durable.ts";
import { rawHashes } from "../receive/filings.ts";
import { type PublishedRelease, releaseHistory } from "../receive/history.ts";
import { hashOf } from "../receive/raw-store.ts";
import { shred } from "../receive/shred.ts";
import { aboutOf, type Past, pastOf } from "./past.ts";
import { type Replayed, replay } from "./replay.ts";

/** What was made again, and where it is not what it was. */
export interface Rebuilt {
  readonly reports: number;
  readonly releases: readonly number[];
  readonly differences: readonly string[];
}

export interface RebuildOptions {
  readonly progress?: (step: string) => void;
  /** Releases whose restricted tables must be made again, whatever they hold: an erasure asks for it. */
  readonly redact?: boolean;
}

/**
 * Makes the working store again from the raw files and the ledger, and every kept release that is missing or damaged as
 * of its place in the ledger. A release is put in place only where its tables are those that were published.
 */
export async function rebuild(
  home: Home,
  { progress = () => {}, redact = false }: RebuildOptions = {},
): Promise<Rebuilt> {
  const lines = home.ledger.lines();
  const kinds = lines.map(({ deed }) => deed.kind);
  const erasing = redact || kinds.lastIndexOf("erased") > kinds.lastIndexOf("rebuilt");
  progress("load");
  const replayed = await rebuildStore(home);
  const differences = [...replayed.differences];
  if (replayed.failed > 0) {
    differences.push(
      `The working store was left as it was: ${replayed.failed} reports would be lost. Restore the home from a backup (trama restore).`,
    );
    return { reports: 0, releases: [], differences };
  }
  const seals: ReleaseSeal[] = [];
  const past = pastOf(home);
  for (const kept of releaseHistory(lines).releases) {
    if (kept.state !== "kept") continue;
    progress(`release ${kept.release}`);
    const seal = await rebuildRelease(home, past, kept, erasing, differences);
    if (seal) seals.push(seal);
  }
  await past.clear();
  if (erasing) {
    for (const sha256 of rawHashes(lines).gone) await home.raw.destroy(sha256);
    await shredDrafts(home.releases);
  }
  if (erasing || seals.length > 0 || Object.keys(replayed.counts).length > 0)
    await home.ledger.append({ kind: "rebuilt", counts: replayed.counts, releases: seals });
  await settleReach(home);
  return { reports: replayed.reports, releases: seals.map(({ release }) => release), differences };
}

/** A new working store in the place of the old one; the old one's pages are overwritten. */
async function rebuildStore(home: Home): Promise<Replayed> {
  const draft = `${home.working}.rebuild`;
  for (const path of [draft, `${draft}.wal`]) await rm(path, { force: true });
  const store = await openToLoad(draft);
  let replayed: Replayed;
  try {
    const connection = await store.connect();
    replayed = await replay(home, connection);
    await connection.run("CHECKPOINT");
    connection.closeSync();
  } finally {
    store.close();
  }
  if (replayed.failed > 0) {
    await rm(draft, { force: true });
    return replayed;
  }
  await syncFile(draft);
  for (const old of [`${home.working}.wal`, home.working]) await shred(old);
  await rename(draft, home.working);
  await syncFolder(dirname(home.working));
  return replayed;
}

/** Makes one release again where it must be; gives its new seal where it was put in place. */
async function rebuildRelease(
  home: Home,
  past: Past,
  published: PublishedRelease,
  redact: boolean,
  differences: string[],
): Promise<ReleaseSeal | undefined> {
  const { release } = published;
  const place = join(home.releases, String(release));
  const whole = await releaseTrouble(home.releases, published);
  if (whole.length === 0 && !redact) return undefined;
  const about = aboutOf(home, published);
  const draft = join(home.releases, `${release}.draft`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    const restricted = await buildRestricted(draft, home.working, about, { mayBeEmpty: redact });
    const publicTrouble = whole.some((trouble) => !trouble.includes("restricted.duckdb"));
    if (redact && !publicTrouble) return await replaceRestricted(place, draft, release, restricted);
    const opened = await buildOpened(draft, release, await past.linksFor(release));
    const { manifest, sha256 } = await writeManifest(draft, about, restricted, opened);
    const other = Object.keys({ ...published.tables, ...manifest.tables }).filter(
      (table) => published.tables[table] !== manifest.tables[table] && !(redact && table.startsWith("restricted.")),
    );
    if (other.length > 0) {
      differences.push(
        `release ${release}: ${other.join(", ")} would differ from what was published; not put in place`,
      );
      return undefined;
    }
    await rm(place, { recursive: true, force: true });
    await rename(draft, place);
    await syncFolder(home.releases);
    return { release, manifest: sha256, tables: manifest.tables };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Puts a redacted restricted file into a release whose public side stays as it was; readers notice nothing. */
async function replaceRestricted(
  place: string,
  draft: string,
  release: number,
  restricted: Awaited<ReturnType<typeof buildRestricted>>,
): Promise<ReleaseSeal> {
  const old = Manifest.parse(JSON.parse(await readFile(join(place, "manifest.json"), "utf8")));
  const tables = Object.fromEntries(Object.entries(old.tables).filter(([table]) => !table.startsWith("restricted.")));
  for (const [table, hash] of Object.entries(restricted.hashes)) tables[`restricted.${table}`] = hash;
  const manifest: Manifest = { ...old, tables, files: { ...old.files, "restricted.duckdb": restricted.file } };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await shred(join(place, "restricted.duckdb"));
  await rename(join(draft, "restricted.duckdb"), join(place, "restricted.duckdb"));
  await writeDurably(join(place, "manifest.json"), text);
  return { release, manifest: hashOf(text), tables };
}
