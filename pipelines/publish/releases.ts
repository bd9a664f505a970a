import { access, readdir, readFile, rename, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { Manifest } from "@trama/data/schema";
import { hashFile, syncFolder, writeDurably } from "../receive/durable.ts";
import type { PublishedRelease } from "../receive/history.ts";
import { hashOf } from "../receive/raw-store.ts";
import { shred } from "../receive/shred.ts";

/** Numbers of the releases that are whole and within reach, in order. */
export async function listReleases(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

export function readManifest(folder: string, release: number): Promise<Manifest> {
  return readManifestIn(join(folder, String(release)));
}

/** The manifest of the release whose files lie in a folder. */
export async function readManifestIn(folder: string): Promise<Manifest> {
  return Manifest.parse(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
}

/** What `current` says: a release to show, one that is out of reach, nothing yet, or what nobody wrote. */
export type Current =
  | { readonly kind: "shown" | "withdrawn"; readonly release: number }
  | { readonly kind: "none" }
  | { readonly kind: "damaged" };

export async function readCurrent(folder: string): Promise<Current> {
  const text = await readFile(join(folder, "current"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (text === undefined) return { kind: "none" };
  const [, withdrawn, number] = /^(withdrawn )?([1-9]\d*)\n$/.exec(text) ?? [];
  if (number === undefined) return { kind: "damaged" };
  return { kind: withdrawn ? "withdrawn" : "shown", release: Number(number) };
}

/** The release that readers are shown; undefined before the first is published. */
export async function currentRelease(folder: string): Promise<number | undefined> {
  const current = await readCurrent(folder);
  return current.kind === "shown" ? current.release : undefined;
}

/** Points `current` at a release: readers see the old one or the new one, never anything between. */
export async function switchCurrent(folder: string, release: number, withdrawn = false): Promise<void> {
  await writeDurably(join(folder, "current"), `${withdrawn ? "withdrawn " : ""}${release}\n`, 0o644);
}

/** The folder of a release that was taken out of reach. */
export function withdrawnFolder(folder: string, release: number): string {
  return join(folder, `${release}.withdrawn`);
}

/** Destroys what a build that was killed left behind: its rows may be of those who are to be forgotten. */
export async function shredDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    if (!name.endsWith(".draft")) continue;
    const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
    for (const entry of entries) if (entry.isFile()) await shred(join(entry.parentPath, entry.name));
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Takes a release out of reach of readers; its files are kept for whoever must find out what was shown. */
export async function moveAway(folder: string, release: number): Promise<void> {
  const from = join(folder, String(release));
  const present = await access(from).then(
    () => true,
    () => false,
  );
  if (present) await rename(from, withdrawnFolder(folder, release));
  await syncFolder(folder);
}

/** Removes a release's files: under another name first, so that no reader meets half of them. */
export async function removeRelease(folder: string, release: number): Promise<void> {
  const away = join(folder, `${release}.pruned`);
  await rename(join(folder, String(release)), away).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rm(away, { recursive: true, force: true });
  await syncFolder(folder);
}

/** What of a kept release is not as the ledger says; nothing where it is whole. */
export async function releaseTrouble(folder: string, { release, manifest }: PublishedRelease): Promise<string[]> {
  const place = join(folder, String(release));
  const remedy = "Run trama rebuild; it makes the release again.";
  if (
    !(await access(place).then(
      () => true,
      () => false,
    ))
  )
    return [`Release ${release} is gone from ${folder}. ${remedy}`];
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
