import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { writeDurably } from "../receive/durable.ts";

/** Parts of a release that were solved already, by what they were made of: work that was stopped goes on from them. */
export interface Solved {
  /** What was kept under a key; undefined where nothing was, or not whole. */
  recall(key: string): Promise<unknown>;
  keep(key: string, outcome: unknown): Promise<void>;
}

/** Names a piece of work by all that its outcome depends on: other inputs, another name. */
export function keyOf(work: string, inputs: readonly unknown[]): string {
  return createHash("sha256").update(work).update("\0").update(serialize(inputs)).digest("hex");
}

/** Keeps what is solved in a folder, each part in a file with the hash of its bytes before them. */
export function solvedIn(folder: string): Solved {
  const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
  return {
    async recall(key) {
      const file = await readFile(join(folder, key)).catch(() => undefined);
      if (!file || !hashOf(file.subarray(32)).equals(file.subarray(0, 32))) return undefined;
      return deserialize(file.subarray(32));
    },
    async keep(key, outcome) {
      const bytes = serialize(outcome);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeDurably(join(folder, key), Buffer.concat([hashOf(bytes), bytes]));
    },
  };
}
