import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeDurably } from "./durable.ts";
import { seal, unseal } from "./seal.ts";
import { shred } from "./shred.ts";

/** What a raw file is: as received, words of a person about one, or what an erasure left of one. */
export type RawRole = "report" | "words" | "redacted";

/** What opens one raw file: its own random key, and the name it was filed under. */
export interface DataKey {
  readonly key: Buffer;
  readonly name: string;
  readonly role: RawRole;
}

/** One key for each raw file, wrapped by the home's key. A raw file whose data key is gone is gone, wherever a copy lies. */
export interface DataKeys {
  /** Makes a key, or gives the one that was made before. */
  make(sha256: string, name: string, role: RawRole): Promise<DataKey>;
  /** Undefined where there is none; throws where it was altered or belongs to another home. */
  of(sha256: string): Promise<DataKey | undefined>;
  destroy(sha256: string): Promise<void>;
  list(): Promise<string[]>;
  /** The wrapped keys as they lie on disk, for a backup: the home's key opens them, nothing else does. */
  wrapped(sha256: string): Promise<Buffer>;
  keep(sha256: string, wrapped: Buffer): Promise<void>;
}

export function dataKeys(folder: string, master: Buffer): DataKeys {
  const pathOf = (sha256: string) => join(folder, `${sha256}.key`);
  const of = async (sha256: string): Promise<DataKey | undefined> => {
    const wrapped = await readFile(pathOf(sha256)).catch(absent);
    if (!wrapped) return undefined;
    const { key, name, role } = JSON.parse(unseal(master, `key ${sha256}`, wrapped).toString("utf8"));
    return { key: Buffer.from(key, "hex"), name, role };
  };
  return {
    of,
    async make(sha256, name, role) {
      const known = await of(sha256);
      if (known) return known;
      const made = { key: randomBytes(32), name, role };
      const text = JSON.stringify({ key: made.key.toString("hex"), name, role });
      await writeDurably(pathOf(sha256), seal(master, `key ${sha256}`, Buffer.from(text)));
      return made;
    },
    destroy: (sha256) => shred(pathOf(sha256)),
    async list() {
      const names = await readdir(folder).catch(() => [] as string[]);
      return names.flatMap((name) => /^([0-9a-f]{64})\.key$/.exec(name)?.[1] ?? []).sort();
    },
    wrapped: (sha256) => readFile(pathOf(sha256)),
    keep: (sha256, wrapped) => writeDurably(pathOf(sha256), wrapped),
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
