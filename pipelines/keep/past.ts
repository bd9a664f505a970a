import { access, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "../home.ts";
import { buildOpened, buildRestricted, type ReleaseAbout, writeManifest } from "../publish/build.ts";
import { keptBefore, type LinkedRelease, type Links, linksOf } from "../publish/links.ts";
import { readManifestIn, releaseTrouble, withdrawnFolder } from "../publish/releases.ts";
import { headAt, type PublishedRelease, releaseHistory } from "../receive/history.ts";

/** Releases as they were when others were linked with them: those on disk, and those that are made again for a while. */
export interface Past {
  /** What the release of that number is linked with. */
  linksFor(release: number): Promise<Links>;
  /** Removes what was made for a while. */
  clear(): Promise<void>;
}

/** What a release is made of, from the ledger. */
export function aboutOf(home: Home, { release, made_at, note, as_of }: PublishedRelease): ReleaseAbout {
  return { release, made_at, note, as_of, ledger_head: headAt(home.ledger.lines(), as_of) };
}

/** The past of a home. A release that is no longer kept is made again with all that it was linked with in its turn. */
export function pastOf(home: Home): Past {
  const made = new Map<number, string>();
  const history = () => releaseHistory(home.ledger.lines()).releases;

  async function folderOf(published: PublishedRelease): Promise<string> {
    const { release, state } = published;
    const known = made.get(release);
    if (known) return known;
    if (state === "kept" && (await releaseTrouble(home.releases, published)).length === 0)
      return join(home.releases, String(release));
    const away = withdrawnFolder(home.releases, release);
    if (state === "withdrawn" && (await exists(join(away, "public.duckdb")))) return away;
    const folder = join(home.releases, `${release}.past.draft`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const about = aboutOf(home, published);
    const restricted = await buildRestricted(folder, home.working, about, { mayBeEmpty: true });
    const opened = await buildOpened(folder, release, await linksFor(release));
    await writeManifest(folder, about, restricted, opened);
    made.set(release, folder);
    return folder;
  }

  async function linksFor(release: number): Promise<Links> {
    const known = history();
    const linked: LinkedRelease[] = [];
    for (const kept of keptBefore(home.ledger.lines(), release)) {
      const now = known.find((one) => one.release === kept.release) ?? kept;
      const folder = await folderOf(now);
      linked.push({ release: kept.release, folder, manifest: await readManifestIn(folder) });
    }
    return linksOf(home.working, linked, known);
  }

  return {
    linksFor,
    async clear() {
      for (const folder of made.values()) await rm(folder, { recursive: true, force: true });
    },
  };
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
