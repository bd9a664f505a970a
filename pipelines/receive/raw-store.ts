import { access, readFile, readdir } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { writeDurably } from "./durable.ts";
import { seal, unseal } from "./seal.ts";

/** Every file as received, sealed and named by the sha-256 of its bytes. */
export interface RawStore {
  /** Keeps the bytes; returns when they would survive a power cut. Keeping the same bytes again changes nothing. */
  put(sha256: string, bytes: Buffer): Promise<void>;
  /** The bytes of that hash; throws where they are missing, were altered, or are not those of the hash. */
  get(sha256: string): Promise<Buffer>;
  list(): Promise<string[]>;
}

export function rawStore(folder: string, key: Buffer): RawStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), `${sha256}.sealed`);
  return {
    async put(sha256, bytes) {
      if (await exists(pathOf(sha256))) return;
      await writeDurably(pathOf(sha256), seal(key, sha256, bytes));
    },
    async get(sha256) {
      const bytes = unseal(key, sha256, await readFile(pathOf(sha256)));
      if (hashOf(bytes) !== sha256) throw new Error(`The raw file ${sha256} holds other bytes than its name says.`);
      return bytes;
    },
    async list() {
      if (!(await exists(folder))) return [];
      const names = await readdir(folder, { recursive: true });
      return names.flatMap((name) => /([0-9a-f]{64})\.sealed$/.exec(name)?.[1] ?? []).sort();
    },
  };
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
