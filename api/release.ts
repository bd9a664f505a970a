import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Manifest } from "@trama/data/schema";
import { type Db, database, openReader, type Store } from "@trama/data/store";
import { stampOf } from "./file-stamp.ts";
import { Problem, problems } from "./problems.ts";
import { type PublishedCells, publishedCells } from "./queries/published-cells.ts";

/** A release while requests read it. */
export interface OpenRelease {
  readonly number: number;
  readonly manifest: Manifest;
  readonly db: Db;
  /** Its open cells, in memory once they were asked for. */
  readonly cells: PublishedCells;
}

/** The releases folder as the serving side sees it. */
export interface Releases {
  /** Does work on the release that is current when it is called; throws a problem where there is none. */
  read<T>(work: (release: OpenRelease) => Promise<T>): Promise<T>;
  /** Does work on a release that is kept beside the current one; throws a problem where it is withdrawn or not kept. */
  readKept<T>(number: number, work: (release: OpenRelease) => Promise<T>): Promise<T>;
  /** The current release's number; null before the first. Throws a problem where it is withdrawn or cannot be told. */
  shown(): number | null;
  /** Likewise, where it is waited for. */
  current(): Promise<number | null>;
  /** What a release says of itself; throws a problem where it is withdrawn, no longer kept, or never was. */
  manifest(number: number): Promise<Manifest>;
  /** What every kept release says of itself, oldest first. */
  list(): Promise<Manifest[]>;
  close(): Promise<void>;
}

/** A release from the moment it is asked for: requests join it while it is being opened. */
interface Slot {
  readonly number: number;
  readonly opened: Promise<OpenRelease & { readonly store: Store }>;
  users: number;
  retired: boolean;
}

/** How often a request looks again for the current release when the one it was told of is gone. */
const attempts = 5;

/**
 * Follows `current` in a releases folder: a switch is picked up with the next request, requests under way finish on the
 * release they began with, and a release is closed after its last one. Only `public.duckdb` is ever opened. Where a kept
 * release is named, that one stays current whatever is published meanwhile.
 */
export function openReleases(folder: string, named?: number): Releases {
  let front: Slot | undefined;
  const manifests = new Map<number, { readonly stamp: string | undefined; readonly manifest: Manifest }>();

  /** Read anew where it was replaced: an erasure makes the files of a release again. */
  async function manifestOf(number: number): Promise<Manifest> {
    const stamp = stampOf(manifestPath(folder, number));
    const known = manifests.get(number);
    if (known && known.stamp === stamp) return known.manifest;
    const manifest = await readManifest(folder, number);
    manifests.set(number, { stamp, manifest });
    return manifest;
  }

  function shown(): number | null {
    if (named !== undefined) {
      if (existsSync(join(folder, `${named}.withdrawn`))) throw problems.withdrawn(named);
      return named;
    }
    const text = readCurrent(folder);
    if (text === undefined) return null;
    const [, withdrawn, number] = /^(withdrawn )?([1-9]\d*)\n$/.exec(text) ?? [];
    if (number === undefined) throw problems.damaged("releases/current");
    if (withdrawn) throw problems.withdrawn(Number(number));
    return Number(number);
  }

  const current = async () => shown();

  /** Joins the release of that number, opening it where it is not the one in front. Nothing is awaited in between. */
  function joined(number: number): Slot {
    if (front?.number !== number) {
      const last = front;
      const slot: Slot = { number, opened: openRelease(folder, number), users: 0, retired: false };
      front = slot;
      slot.opened.then(
        () => retire(last),
        () => {
          retire(last);
          if (front === slot) front = undefined;
        },
      );
    }
    front.users += 1;
    return front;
  }

  async function acquire(): Promise<{ slot: Slot; release: OpenRelease }> {
    for (let attempt = 1; ; attempt += 1) {
      const number = await current();
      if (number === null) throw problems.noRelease();
      const slot = joined(number);
      try {
        return { slot, release: await slot.opened };
      } catch (error) {
        leave(slot);
        if (error instanceof Problem) throw error;
        if (attempt >= attempts && (await current()) === number) throw problems.damaged(`releases/${number}`);
        await new Promise((resolve) => setTimeout(resolve, 10 * attempt));
      }
    }
  }

  return {
    shown,
    current,
    async read(work) {
      const { slot, release } = await acquire();
      try {
        return await work(release);
      } finally {
        leave(slot);
      }
    },
    async readKept(number, work) {
      if (existsSync(join(folder, `${number}.withdrawn`))) throw problems.withdrawn(number);
      const { store, ...release } = await openRelease(folder, number);
      try {
        return await work(release);
      } finally {
        await release.db.destroy();
        store.close();
      }
    },
    async manifest(number) {
      if (existsSync(join(folder, `${number}.withdrawn`))) throw problems.withdrawn(number);
      return manifestOf(number).catch(() => {
        throw problems.releaseUnknown(number);
      });
    },
    async list() {
      const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => /^[1-9]\d*$/.test(name));
      const numbers = names.map(Number).sort((a, b) => a - b);
      const found = await Promise.all(numbers.map((number) => manifestOf(number).catch(() => undefined)));
      return found.filter((manifest) => manifest !== undefined);
    },
    async close() {
      const last = front;
      front = undefined;
      retire(last);
    },
  };
}

function leave(slot: Slot): void {
  slot.users -= 1;
  if (slot.retired && slot.users === 0) shut(slot);
}

function retire(slot: Slot | undefined): void {
  if (!slot || slot.retired) return;
  slot.retired = true;
  if (slot.users === 0) shut(slot);
}

function shut({ opened }: Slot): void {
  opened.then(
    async ({ db, store }) => {
      await db.destroy();
      store.close();
    },
    () => {},
  );
}

async function openRelease(folder: string, number: number): Promise<OpenRelease & { store: Store }> {
  const manifest = await readManifest(folder, number);
  const file = join(folder, String(number), "public.duckdb");
  if ((await hashOf(file)) !== manifest.files["public.duckdb"]?.sha256)
    throw problems.damaged(`releases/${number}/public.duckdb`);
  const store = await openReader(file);
  const db = database(store);
  return { number, manifest, db, cells: publishedCells(db), store };
}

function manifestPath(folder: string, number: number): string {
  return join(folder, String(number), "manifest.json");
}

async function readManifest(folder: string, number: number): Promise<Manifest> {
  const text = readFileSync(manifestPath(folder, number), "utf8");
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    throw problems.damaged(`releases/${number}/manifest.json`);
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  return hash.digest("hex");
}

/** The text of `current`; read in line, for it is a few bytes, and every request would wait longer for a thread. */
function readCurrent(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, "current"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
