import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Manifest } from "@trama/data/schema";
import { writeDurably } from "../receive/durable.ts";

/** Numbers of the releases that are whole, in order. */
export async function listReleases(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

export async function readManifest(folder: string, release: number): Promise<Manifest> {
  return Manifest.parse(JSON.parse(await readFile(join(folder, String(release), "manifest.json"), "utf8")));
}

/** The release that readers are shown; undefined before the first is published. */
export async function currentRelease(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, "current"), "utf8").catch(() => "");
  return /^\d+\s*$/.test(text) ? Number(text) : undefined;
}

/** Points `current` at a release: readers see the old one or the new one, never anything between. */
export async function switchCurrent(folder: string, release: number): Promise<void> {
  await writeDurably(join(folder, "current"), `${release}\n`, 0o644);
}
