import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { type DataKeys, dataKeys } from "./receive/data-keys.ts";
import { writeDurably } from "./receive/durable.ts";
import { type Ledger, openLedger } from "./receive/ledger.ts";
import { type RawStore, rawStore } from "./receive/raw-store.ts";

/** The keys of a home: one wraps the data keys of its files, one makes pseudonyms. They lie outside the home folder. */
export interface Keys {
  readonly seal: Buffer;
  readonly pseudonym: Buffer;
  readonly data: DataKeys;
}

/** All that a step may need of the outside: stores, keys and the clock. */
export interface Home {
  readonly folder: string;
  /** The home's name among keys. */
  readonly id: string;
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
  const { id, keys } = await keysOf(path, keyFolder);
  return {
    ...placesOf(path),
    id,
    keys,
    raw: rawStore(join(path, "raw"), keys.data),
    ledger: await openLedger(join(path, "ledger.jsonl"), now),
    now,
  };
}

/** Where things lie in a home. */
export function placesOf(folder: string) {
  const path = resolve(folder);
  return {
    folder: path,
    working: join(path, "working.duckdb"),
    releases: join(path, "releases"),
    lock: join(path, "lock"),
  };
}

/** Keys lie with the user's own configuration, so that a copied home folder opens nothing. */
export function defaultKeyFolder(): string {
  const configuration = process.env.XDG_CONFIG_HOME || join(homedir(), ".config");
  return process.env.TRAMA_KEYS || join(configuration, "trama", "keys");
}

async function keysOf(home: string, keyFolder: string): Promise<{ id: string; keys: Keys }> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const idFile = join(home, "home-id");
  const text = await readFile(idFile, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) {
    if ((await readdir(home)).some((name) => name === "ledger.jsonl" || name === "raw"))
      throw new HomeTrouble(
        `${idFile} is gone, and without it the keys of this home cannot be found. Put it back: it holds the name of the home's .json file in ${keyFolder}.`,
      );
    return makeKeys(idFile, keyFolder);
  }
  return { id: text.trim(), keys: await readKeys(text.trim(), keyFolder) };
}

/** The keys of the home of that id. */
export async function readKeys(id: string, keyFolder: string): Promise<Keys> {
  const path = join(keyFolder, `${id}.json`);
  try {
    const stored = JSON.parse(await readFile(path, "utf8")) as Record<"seal" | "pseudonym", string>;
    return withData(Buffer.from(stored.seal, "hex"), Buffer.from(stored.pseudonym, "hex"), join(keyFolder, id));
  } catch {
    throw new HomeTrouble(
      `The key of this home is not at ${path}. Put the key file back there, or name its folder in TRAMA_KEYS; without it the raw files cannot be opened.`,
    );
  }
}

async function makeKeys(idFile: string, keyFolder: string): Promise<{ id: string; keys: Keys }> {
  const id = randomUUID();
  const keys = withData(randomBytes(32), randomBytes(32), join(keyFolder, id));
  const text = JSON.stringify({ seal: keys.seal.toString("hex"), pseudonym: keys.pseudonym.toString("hex") });
  await mkdir(keyFolder, { recursive: true, mode: 0o700 });
  await writeDurably(join(keyFolder, `${id}.json`), `${text}\n`);
  await writeDurably(idFile, `${id}\n`);
  return { id, keys };
}

function withData(seal: Buffer, pseudonym: Buffer, folder: string): Keys {
  return { seal, pseudonym, data: dataKeys(folder, seal) };
}
