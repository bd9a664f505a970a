import { access, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Manifest } from "@trama/data/schema";
import type { Home } from "../home.ts";
import { openWorking } from "../load/working.ts";
import { buildOpened, buildRestricted, type ReleaseAbout, writeManifest } from "../publish/build.ts";
import { settleReach } from "../publish/reach.ts";
import type { ReleaseSeal } from "../receive/deed.ts";
import { hashFile, syncFile, syncFolder, writeDurably } from "../receive/durable.ts";
import { rawHashes } from "../receive/filings.ts";
import { headAt, type PublishedRelease, releaseHistory } from "../receive/history.ts";
import { hashOf } from "../receive/raw-store.ts";
import { shred } from "../receive/shred.ts";
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
  for (const kept of releaseHistory(lines).releases) {
    if (kept.state !== "kept") continue;
    progress(`release ${kept.release}`);
    const seal = await rebuildRelease(home, kept, erasing, differences);
    if (seal) seals.push(seal);
  }
  if (erasing) for (const sha256 of rawHashes(lines).gone) await home.raw.destroy(sha256);
  if (erasing || seals.length > 0 || Object.keys(replayed.counts).length > 0)
    await home.ledger.append({ kind: "rebuilt", counts: replayed.counts, releases: seals });
  await settleReach(home);
  return { reports: replayed.reports, releases: seals.map(({ release }) => release), differences };
}

/** A new working store in the place of the old one; the old one's pages are overwritten. */
async function rebuildStore(home: Home): Promise<Replayed> {
  const draft = `${home.working}.rebuild`;
  for (const path of [draft, `${draft}.wal`]) await rm(path, { force: true });
  const store = await openWorking(draft);
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
  published: PublishedRelease,
  redact: boolean,
  differences: string[],
): Promise<ReleaseSeal | undefined> {
  const { release, made_at, note, as_of } = published;
  const place = join(home.releases, String(release));
  const whole = await releaseTrouble(home.releases, published);
  if (whole.length === 0 && !redact) return undefined;
  const about: ReleaseAbout = { release, made_at, note, as_of, ledger_head: headAt(home.ledger.lines(), as_of) };
  const draft = join(home.releases, `${release}.draft`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    const restricted = await buildRestricted(draft, home.working, about, { mayBeEmpty: redact });
    const publicTrouble = whole.some((trouble) => !trouble.includes("restricted.duckdb"));
    if (redact && !publicTrouble) return await replaceRestricted(place, draft, release, restricted);
    const opened = await buildOpened(draft);
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

/** What of a kept release is not as the ledger says; nothing where it is whole. */
export async function releaseTrouble(folder: string, { release, manifest }: PublishedRelease): Promise<string[]> {
  const place = join(folder, String(release));
  const remedy = "Run trama rebuild; it makes the release again.";
  if (!(await exists(place))) return [`Release ${release} is gone from ${folder}. ${remedy}`];
  const text = await readFile(join(place, "manifest.json"), "utf8").catch(() => "");
  if (hashOf(text) !== manifest) return [`manifest.json of release ${release} was altered. ${remedy}`];
  const { files } = Manifest.parse(JSON.parse(text));
  const troubles: string[] = [];
  for (const [name, { sha256 }] of Object.entries(files)) {
    const found = await hashFile(join(place, name)).catch(() => undefined);
    if (found?.sha256 !== sha256)
      troubles.push(`${name} of release ${release} ${found ? "was altered" : "is gone"}. ${remedy}`);
  }
  for (const name of await filesBelow(place))
    if (name !== "manifest.json" && !files[name])
      troubles.push(`Release ${release} holds the file ${name}, of which its manifest does not tell. Remove the file.`);
  return troubles;
}

/** Every file of a folder and its folders, named from the folder. */
async function filesBelow(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(place, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
    .sort();
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
