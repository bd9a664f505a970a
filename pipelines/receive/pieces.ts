import { open } from "node:fs/promises";

/**
 * The bytes of a file from its start, a piece at a time. Two buffers are filled by turns, so that reading a large file takes
 * no more memory than a small one: a piece is gone when the next but one is asked for.
 */
export async function* pieces(path: string, length = 1 << 20): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const buffers = [Buffer.allocUnsafeSlow(length), Buffer.allocUnsafeSlow(length)] as const;
    for (let turn = 0; ; turn = 1 - turn) {
      const { bytesRead, buffer } = await file.read(buffers[turn as 0 | 1], 0);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
