import { createReadStream, createWriteStream } from "node:fs";
import { access, lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { type Home, HomeTrouble } from "../home.ts";
import { hashFile, syncFile, syncFolder, writeDurably } from "../receive/durable.ts";
import { filings } from "../receive/filings.ts";
import { hashOf } from "../receive/raw-store.ts";

/** What a backup says of itself: every file with its hash. */
export const BackupList = z.object({
  kind: z.literal("trama backup 1"),
  home: z.string(),
  made_at: z.iso.datetime(),
  reports: z.number().int(),
  ledger_head: z.string(),
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number().int() })),
});
export type BackupList = z.infer<typeof BackupList>;

export const listName = "backup.json";

/** Whether a file of the home belongs in a backup: all but the working store, which is made again from the rest. */
const kept = (name: string) =>
  /^(raw|releases|decisions)\//.test(name)
    ? !/\.(part|draft|pruned)(\/|$)/.test(name)
    : /^(home-id|ledger\.jsonl(\.head)?)$/.test(name);

/**
 * Copies the truth of a home (sealed raw files with their wrapped data keys, ledger, decisions, releases) into a new
 * folder, with whatever else is named (its name there, and where it lies now). Opening it needs the home's key file, which is not in it. The ledger notes where it lies, so that an erasure
 * can name it.
 */
export async function backUp(
  home: Home,
  out: string,
  also: Readonly<Record<string, string>> = {},
): Promise<{ place: string; list: BackupList }> {
  const place = resolve(out);
  if (await exists(place)) throw new HomeTrouble(`${place} exists already. Name a new folder for the backup.`);
  if (place.startsWith(`${home.folder}/`))
    throw new HomeTrouble(`${place} lies in the home itself. Name a folder on another disk.`);
  const draft = `${place}.part`;
  await rm(draft, { recursive: true, force: true });
  const files: BackupList["files"] = {};
  try {
    for (const name of await filesOf(home.folder)) files[name] = await copy(join(home.folder, name), join(draft, name));
    for (const [name, path] of Object.entries(also)) files[name] = await copy(path, join(draft, name));
    for (const sha256 of await home.keys.data.list()) {
      const wrapped = await home.keys.data.wrapped(sha256);
      await writeDurably(join(draft, "keys", `${sha256}.key`), wrapped);
      files[`keys/${sha256}.key`] = { sha256: hashOf(wrapped), bytes: wrapped.length };
    }
    const list: BackupList = {
      kind: "trama backup 1",
      home: home.id,
      made_at: home.now().toISOString(),
      reports: filings(home.ledger.lines()).length,
      ledger_head: home.ledger.head(),
      files,
    };
    const text = `${JSON.stringify(list, null, 2)}\n`;
    await writeDurably(join(draft, listName), text);
    await rename(draft, place);
    await syncFolder(dirname(place));
    await home.ledger.append({ kind: "backed-up", place, digest: hashOf(text) });
    return { place, list };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function filesOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll("\\", "/")).filter(kept);
  const files: string[] = [];
  for (const name of names.sort()) if ((await lstat(join(folder, name))).isFile()) files.push(name);
  return files;
}

/** Copies a file so that it survives a power cut, and gives the hash of what was written. */
export async function copy(from: string, to: string): Promise<{ sha256: string; bytes: number }> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await pipeline(createReadStream(from), createWriteStream(to, { mode: 0o600 }));
  await syncFile(to);
  return hashFile(to);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
