import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Manifest } from "@trama/data/schema";
import { type Db, database, openReader, type Store } from "@trama/data/store";
import { problems } from "./problems.ts";

/** A release while requests read it. */
export interface OpenRelease {
  readonly number: number;
  readonly manifest: Manifest;
  readonly db: Db;
}

/** The releases folder as the serving side sees it. */
export interface Releases {
  /** Does work on the release that is current when it is called; throws a problem where there is none. */
  read<T>(work: (release: OpenRelease) => Promise<T>): Promise<T>;
  /** The current release's number; null before the first. */
  current(): Promise<number | null>;
  close(): Promise<void>;
}

interface Held extends OpenRelease {
  readonly store: Store;
  users: number;
  retired: boolean;
}

/**
 * Follows `current` in a releases folder: a switch is picked up with the next request, requests under way finish on the
 * release they began with, and a release is closed after its last one. Only `public.duckdb` is ever opened.
 */
export function openReleases(folder: string): Releases {
  let held: Held | undefined;
  let opening: Promise<Held> | undefined;

  async function current(): Promise<number | null> {
    const text = await readFile(join(folder, "current"), "utf8").catch(() => "");
    return /^\d+\s*$/.test(text) ? Number(text) : null;
  }

  async function acquire(): Promise<Held> {
    const number = await current();
    if (number === null) throw problems.noRelease();
    if (held?.number !== number) {
      opening ??= openRelease(folder, number).finally(() => {
        opening = undefined;
      });
      const next = await opening;
      if (held !== next) retire(held);
      held = next;
    }
    held.users += 1;
    return held;
  }

  return {
    current,
    async read(work) {
      const release = await acquire();
      try {
        return await work(release);
      } finally {
        release.users -= 1;
        if (release.retired && release.users === 0) await shut(release);
      }
    },
    async close() {
      const last = held;
      held = undefined;
      retire(last);
    },
  };
}

function retire(release: Held | undefined): void {
  if (!release) return;
  release.retired = true;
  if (release.users === 0) void shut(release);
}

async function shut({ db, store }: Held): Promise<void> {
  await db.destroy();
  store.close();
}

async function openRelease(folder: string, number: number): Promise<Held> {
  const path = join(folder, String(number));
  const manifest = Manifest.parse(JSON.parse(await readFile(join(path, "manifest.json"), "utf8")));
  const file = join(path, "public.duckdb");
  const sha256 = createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
  if (sha256 !== manifest.files["public.duckdb"]?.sha256)
    throw new Error(`Release ${number} is not as it was published: public.duckdb differs from its manifest.`);
  const store = await openReader(file);
  return { number, manifest, db: database(store), store, users: 0, retired: false };
}
