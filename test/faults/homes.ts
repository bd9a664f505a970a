import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type IngestOutcome, ingest, withHome } from "../../pipelines/ingest.ts";
import { rebuild } from "../../pipelines/keep/rebuild.ts";
import { type Verified, verify } from "../../pipelines/keep/verify.ts";
import { type PublishOptions, publish } from "../../pipelines/publish/publish.ts";
import { emptyFolder } from "../home.ts";
import { writeReports } from "./reports.ts";

export const now = () => new Date();

/** A new home with its keys in a folder of the test's own. */
export async function newHome(): Promise<string> {
  process.env.TRAMA_KEYS ??= await emptyFolder("keys");
  return join(await emptyFolder("faults"), "home");
}

/** A home with some reports filed, and as many releases as asked for. */
export async function filledHome(reports = 4, releases = 1): Promise<string> {
  const home = await newHome();
  await fileReports(home, reports);
  for (let release = 0; release < releases; release += 1) await publishIn(home);
  return home;
}

export async function fileReports(home: string, count: number, first = 1): Promise<IngestOutcome> {
  return ingest(home, now, [await writeReports(count, first)], { patience: 10_000 });
}

export function publishIn(home: string, options: PublishOptions = {}) {
  return withHome(home, now, "publish", 10_000, (open) => publish(open, options));
}

export function verifyIn(home: string): Promise<Verified> {
  return withHome(home, now, "verify", 10_000, (open) => verify(open), { settling: false });
}

export function rebuildIn(home: string) {
  return withHome(home, now, "rebuild", 10_000, (open) => rebuild(open), { settling: false });
}

/** A copy of a home to do harm to; its keys are the same. */
export async function copyOf(home: string): Promise<string> {
  const copy = join(await emptyFolder("copy"), "home");
  await cp(home, copy, { recursive: true });
  return copy;
}

/** Turns over one bit of a file: in its middle, or at a share of its length. */
export async function flipByte(path: string, at = 0.5): Promise<void> {
  const bytes = await readFile(path);
  const place = Math.min(bytes.length - 1, Math.floor(bytes.length * at));
  bytes[place] = (bytes[place] as number) ^ 4;
  await writeFile(path, bytes);
}

/** The message of what a piece of work throws; undefined where it does not. */
export async function troubleOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Every file below a folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
