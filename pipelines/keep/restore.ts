import { mkdir, readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { defaultKeyFolder, HomeTrouble, readKeys } from "../home.ts";
import { withHome } from "../ingest.ts";
import { hashFile } from "../receive/durable.ts";
import { BackupList, copy, listName } from "./backup.ts";
import { type Rebuilt, rebuild } from "./rebuild.ts";

/** Reads what a backup says of itself and compares every file with it; throws with the name of the first that differs. */
export async function readBackup(from: string): Promise<BackupList> {
  const place = resolve(from);
  const text = await readFile(join(place, listName), "utf8").catch(() => {
    throw new HomeTrouble(`${place} is no backup: it has no ${listName}. Name the folder that trama backup made.`);
  });
  const parsed = BackupList.safeParse(parse(text));
  if (!parsed.success) throw new HomeTrouble(`${join(place, listName)} was altered. Use another backup.`);
  for (const [name, { sha256 }] of Object.entries(parsed.data.files)) {
    const found = await hashFile(join(place, name)).catch(() => undefined);
    if (found?.sha256 !== sha256)
      throw new HomeTrouble(`${join(place, name)} ${found ? "was altered" : "is gone"}. Use another backup.`);
  }
  return parsed.data;
}

/**
 * Puts the files of a backup into an empty home and its data keys into the key folder. The home's key file must be there
 * already: it is in no backup. The working store is made again afterwards (`rebuild`).
 */
export async function placeBackup(from: string, folder: string, keyFolder = defaultKeyFolder()): Promise<BackupList> {
  const home = resolve(folder);
  const there = await readdir(home).catch(() => [] as string[]);
  if (there.some((name) => !/^lock/.test(name)))
    throw new HomeTrouble(
      `${home} is not empty. Restore into a new folder (--home), then put it in the place of the old.`,
    );
  const list = await readBackup(from);
  const { data } = await readKeys(list.home, keyFolder);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const names = Object.keys(list.files).sort((a, b) => Number(a === "home-id") - Number(b === "home-id"));
  for (const name of names) {
    const path = join(resolve(from), name);
    const key = /^keys\/([0-9a-f]{64})\.key$/.exec(name)?.[1];
    if (key) await data.keep(key, await readFile(path));
    else await copy(path, join(home, name));
  }
  return list;
}

/** Puts a backup into an empty home and makes the working store again. */
export async function restore(
  folder: string,
  now: () => Date,
  from: string,
): Promise<Rebuilt & { readonly made_at: string }> {
  const { made_at } = await placeBackup(from, folder);
  const made = await withHome(
    folder,
    now,
    "restore",
    0,
    async (home) => {
      const rebuilt = await rebuild(home);
      // That backup still exists, and an erasure must name it.
      await home.ledger.append({ kind: "restored", place: resolve(from) });
      return rebuilt;
    },
    { settling: false },
  );
  return { ...made, made_at };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
