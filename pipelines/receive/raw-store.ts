import { createHash } from "node:crypto";
import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DataKeys, RawRole } from "./data-keys.ts";
import { writeDurably } from "./durable.ts";
import { pieces } from "./pieces.ts";
import { seal, sealPieces, unseal } from "./seal.ts";
import { shred } from "./shred.ts";

/** A raw file that is not as it was received. */
export class RawDamage extends Error {}

/** A file that somebody wrote to while it was being filed. */
export class FileChanged extends Error {}

/** Every file as received, named by the sha-256 of its bytes and sealed with a key of its own. */
export interface RawStore {
  /** Keeps the bytes; returns when they would survive a power cut. Keeping the same bytes again changes nothing. */
  put(sha256: string, bytes: Buffer, name: string, role?: RawRole): Promise<void>;
  /** Keeps a report from where it lies, a piece at a time; throws where its bytes are no longer those of the hash. */
  putFile(sha256: string, path: string, name: string): Promise<void>;
  /** The bytes of that hash; throws where they are missing, were altered, or are not those of the hash. */
  get(sha256: string): Promise<Buffer>;
  /** The name a file was filed under; it stands nowhere in clear. */
  nameOf(sha256: string): Promise<string>;
  roleOf(sha256: string): Promise<RawRole>;
  list(): Promise<string[]>;
  /** Takes a file away for good: its key first, then its bytes. */
  destroy(sha256: string): Promise<void>;
  pathOf(sha256: string): string;
}

export function rawStore(folder: string, keys: DataKeys): RawStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), `${sha256}.sealed`);
  const keyOf = async (sha256: string) => {
    const found = await keys.of(sha256).catch(() => {
      throw new RawDamage(`The data key of the raw file ${sha256} was altered. Put the key file back from its backup.`);
    });
    if (!found)
      throw new RawDamage(
        `The raw file ${sha256} has no data key. Put its .key file back into the key folder, or restore the home from a backup.`,
      );
    return found;
  };
  return {
    pathOf,
    async put(sha256, bytes, name, role = "report") {
      if (await exists(pathOf(sha256))) return;
      const { key } = await keys.make(sha256, name, role);
      await writeDurably(pathOf(sha256), seal(key, sha256, bytes));
    },
    async putFile(sha256, path, name) {
      if (await exists(pathOf(sha256))) return;
      const { key } = await keys.make(sha256, name, "report");
      await writeDurably(pathOf(sha256), sealPieces(key, sha256, unchanged(path, sha256)));
    },
    async get(sha256) {
      const { key } = await keyOf(sha256);
      const sealed = await readFile(pathOf(sha256)).catch(() => {
        throw new RawDamage(`The raw file ${sha256} is gone from ${folder}. Restore the home from a backup.`);
      });
      try {
        const bytes = unseal(key, sha256, sealed);
        if (hashOf(bytes) === sha256) return bytes;
      } catch {
        // told below: whatever differs, the file is not as it was received
      }
      throw new RawDamage(`The raw file ${sha256} was altered in ${folder}. Restore the home from a backup.`);
    },
    nameOf: async (sha256) => (await keyOf(sha256)).name,
    roleOf: async (sha256) => (await keyOf(sha256)).role,
    async list() {
      if (!(await exists(folder))) return [];
      const names = await readdir(folder, { recursive: true });
      return names.flatMap((name) => /([0-9a-f]{64})\.sealed$/.exec(name)?.[1] ?? []).sort();
    },
    async destroy(sha256) {
      await keys.destroy(sha256);
      await shred(pathOf(sha256));
    },
  };
}

/** The bytes of a file, which must still be those of the hash when the last of them has been read. */
async function* unchanged(path: string, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const piece of pieces(path)) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest("hex") !== sha256) throw new FileChanged();
}

/** sha-256 in hexadecimal. */
export function hashOf(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
