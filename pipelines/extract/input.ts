import { createReadStream } from "node:fs";
import { open, readFile, stat } from "node:fs/promises";
import { basename } from "node:path";

/** A file to read: as a whole, from its start, or piece by piece as often as asked. */
export interface Input {
  /** File name without its folder; it is shown and never trusted. */
  readonly name: string;
  readonly size: number;
  /** Where it lies, if it lies on disk. */
  readonly path: string | null;
  head(length: number): Promise<Buffer>;
  chunks(): AsyncIterable<Buffer>;
  bytes(): Promise<Buffer>;
}

const piece = 1 << 18;

/** A file on disk; what is not asked for is not read. */
export async function fileInput(path: string, name = basename(path)): Promise<Input> {
  const { size } = await stat(path);
  return {
    name,
    size,
    path,
    async head(length) {
      const file = await open(path);
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    chunks: () => createReadStream(path, { highWaterMark: piece }),
    bytes: () => readFile(path),
  };
}

/** Bytes that are in memory already, such as a part of the raw store. */
export function bytesInput(name: string, bytes: Buffer): Input {
  return {
    name,
    size: bytes.length,
    path: null,
    head: async (length) => bytes.subarray(0, length),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
    bytes: async () => bytes,
  };
}
