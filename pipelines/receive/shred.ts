import { open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { syncFolder } from "./durable.ts";

const block = Buffer.alloc(1 << 20);

/**
 * Overwrites a file with zeros, then removes it. On a disk that writes elsewhere (solid state, copy on write) the old
 * blocks may live on: what must be unreadable for certain is sealed, and its key is what is destroyed.
 */
export async function shred(path: string): Promise<void> {
  const file = await open(path, "r+").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!file) return;
  try {
    const { size } = await file.stat();
    for (let at = 0; at < size; at += block.length) await file.write(block, 0, Math.min(block.length, size - at), at);
    await file.sync();
  } finally {
    await file.close();
  }
  await rm(path, { force: true });
  await syncFolder(dirname(path));
}
