import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pieces } from "../../../../pipelines/receive/pieces.ts";
import { sealPieces, unseal } from "../../../../pipelines/receive/seal.ts";
import { emptyFolder } from "../../../home.ts";

const key = Buffer.alloc(32, 7);
const mebibyte = 1 << 20;

async function sealed(plain: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of sealPieces(key, "report", plain)) parts.push(part);
  return Buffer.concat(parts);
}

async function* cut(bytes: Buffer, lengths: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (const length of lengths) {
    yield bytes.subarray(at, at + length);
    at += length;
  }
  yield bytes.subarray(at);
}

describe("a report sealed as it is read", () => {
  it("opens as it was, in whatever pieces it came", async () => {
    const length = fc.oneof(fc.constantFrom(0, 1, mebibyte - 1, mebibyte, mebibyte + 1), fc.nat(2 * mebibyte));
    await fc.assert(
      fc.asyncProperty(fc.array(length, { maxLength: 4 }), length, async (lengths, rest) => {
        const bytes = randomBytes(lengths.reduce((sum, more) => sum + more, rest));
        expect(unseal(key, "report", await sealed(cut(bytes, lengths))).equals(bytes)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("opens as it was where its pieces are read into the same memory by turns", async () => {
    const path = join(await emptyFolder("seal"), "report.csv");
    for (const length of [0, 5, mebibyte, 3 * mebibyte, 3 * mebibyte + 5]) {
      const bytes = randomBytes(length);
      await writeFile(path, bytes);
      for (const piece of [1 << 18, mebibyte, mebibyte + 7])
        expect(unseal(key, "report", await sealed(pieces(path, piece))).equals(bytes)).toBe(true);
    }
  });
});
