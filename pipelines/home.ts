import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { writeDurably } from "./receive/durable.ts";
import { type Ledger, openLedger } from "./receive/ledger.ts";
import { type RawStore, rawStore } from "./receive/raw-store.ts";

/** The keys of a home: one seals files, one makes pseudonyms. They lie outside the home folder. */
export interface Keys {
  readonly seal: Buffer;
  readonly pseudonym: Buffer;
}

/** All that a step may need of the outside: stores, keys and the clock. */
export interface Home {
  readonly folder: string;
  readonly working: string;
  readonly releases: string;
  readonly lock: string;
  readonly keys: Keys;
  readonly raw: RawStore;
  readonly ledger: Ledger;
  readonly now: () => Date;
}

export class HomeTrouble extends Error {}

/** Opens a home, making it and its keys at first use. Call only while holding its lock. */
export async function openHome(folder: string, now: () => Date, keyFolder = defaultKeyFolder()): Promise<Home> {
  const path = resolve(folder);
  const keys = await keysOf(path, keyFolder);
  return {
    folder: path,
    ...placesOf(path),
    keys,
    raw: rawStore(join(path, "raw"), keys.seal),
    ledger: await openLedger(join(path, "ledger.jsonl"), now),
    now,
  };
}

/** Where things lie in a home. */
export function placesOf(folder: string) {
  const path = resolve(folder);
  return { working: join(path, "working.duckdb"), releases: join(path, "releases"), lock: join(path, "lock") };
}

/** Keys lie with the user's own configuration, so that a copied home folder opens nothing. */
function defaultKeyFolder(): string {
  const configuration = process.env.XDG_CONFIG_HOME || join(homedir(), ".config");
  return process.env.TRAMA_KEYS || join(configuration, "trama", "keys");
}

async function keysOf(home: string, keyFolder: string): Promise<Keys> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const idFile = join(home, "home-id");
  const id = await readFile(idFile, "utf8").then((text) => text.trim(), () => undefined);
  if (id === undefined) return makeKeys(idFile, keyFolder);
  const path = join(keyFolder, `${id}.json`);
  try {
    const stored = JSON.parse(await readFile(path, "utf8")) as Record<keyof Keys, string>;
    return { seal: Buffer.from(stored.seal, "hex"), pseudonym: Buffer.from(stored.pseudonym, "hex") };
  } catch {
    throw new HomeTrouble(
      `The key of this home is not at ${path}. Put the key file back there, or name its folder in TRAMA_KEYS; without it the raw files cannot be opened.`,
    );
  }
}

async function makeKeys(idFile: string, keyFolder: string): Promise<Keys> {
  const id = randomUUID();
  const keys: Keys = { seal: randomBytes(32), pseudonym: randomBytes(32) };
  const text = JSON.stringify({ seal: keys.seal.toString("hex"), pseudonym: keys.pseudonym.toString("hex") });
  await mkdir(keyFolder, { recursive: true, mode: 0o700 });
  await writeDurably(join(keyFolder, `${id}.json`), `${text}\n`);
  await writeDurably(idFile, `${id}\n`);
  return keys;
}
