import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asideScanner } from "../../../../pipelines/extract/aside/scan-aside.ts";
import { type Delimited, type Scan, scanHere } from "../../../../pipelines/extract/csv-input.ts";
import { fileInput } from "../../../../pipelines/extract/input.ts";
import { emptyFolder } from "../../../home.ts";

const how: Delimited = { encoding: "utf-8", delimiter: ",".charCodeAt(0), lineEnd: "\n".charCodeAt(0) };
const aside = asideScanner(0);
let folder: string;

beforeAll(async () => {
  folder = await emptyFolder("aside");
});
afterAll(() => aside.end());

/** Every row as its number and texts, or the code of the refusal. */
async function read(scan: Scan, text: string | Buffer, groups: readonly (readonly number[])[], with_ = how) {
  const path = join(folder, "rows.csv");
  await writeFile(path, text);
  const found: unknown[] = [];
  try {
    for await (const { count, rows, groups: read } of scan(await fileInput(path), with_, groups))
      for (let at = 0; at < count; at += 1)
        found.push([
          rows[at],
          ...read.map(({ codes, cellAt, textOf }, group) =>
            groups[group]?.map((_, place) => textOf(place, cellAt(place, codes[at] as number))),
          ),
        ]);
  } catch (error) {
    found.push((error as { code?: string }).code);
  }
  return found;
}

const cell = fc.constantFrom("", "a", "Ñandé", '"', '""', '"b,c"', '"d\ne"', "12", " x ", "\r");
const group = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
const file = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 40 });

describe("a delimited file scanned in a thread of its own", () => {
  it("gives the rows and refusals that it gives where it is asked for", async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.array(group, { maxLength: 3 }), async (rows, groups) => {
        const text = rows.map((cells) => cells.join(",")).join("\n");
        expect(await read(aside.scan, text, groups)).toEqual(await read(scanHere, text, groups));
      }),
      { numRuns: 100 },
    );
  });

  it("keeps codes apart where a column has so many texts that its dictionary begins anew, and in any encoding", async () => {
    const text = Array.from({ length: 150_000 }, (_, row) => `${row % 7},é${row}`).join("\n");
    const bytes = Buffer.from(text, "latin1");
    const latin: Delimited = { ...how, encoding: "windows-1252" };
    const found = await read(aside.scan, bytes, [[1, 0]], latin);
    expect(found).toHaveLength(150_000);
    expect(found).toEqual(await read(scanHere, bytes, [[1, 0]], latin));
  });

  it("waits to be read, whatever long texts a batch holds", async () => {
    const text = Array.from({ length: 12_000 }, (_, row) => `${"w".repeat(1_500)}${row},${row}`).join("\n");
    const found = await read(aside.scan, text, [[0], [1]]);
    expect(found).toHaveLength(12_000);
    expect(found.at(-1)).toEqual([12_000, [`${"w".repeat(1_500)}11999`], ["11999"]]);
  });

  it("can be left in the middle, and two can be read at a time", async () => {
    const text = Array.from({ length: 60_000 }, (_, row) => `${row},b`).join("\n");
    const path = join(folder, "long.csv");
    await writeFile(path, text);
    const input = await fileInput(path);
    for await (const { count } of aside.scan(input, how, [[0]])) {
      expect(count).toBeGreaterThan(0);
      let rows = 0;
      for await (const other of aside.scan(input, how, [[0, 1]])) rows += other.count;
      expect(rows).toBe(60_000);
      break;
    }
    expect(await read(aside.scan, text, [[0]])).toHaveLength(60_000);
  });

  it("fails as reading it would, where it is gone by then", async () => {
    const path = join(folder, "gone.csv");
    await writeFile(path, "a\n");
    const input = { ...(await fileInput(path)), path: `${path}.moved` };
    await expect(
      aside
        .scan(input, how, [[0]])
        [Symbol.asyncIterator]()
        .next(),
    ).rejects.toMatchObject({ code: "ENOENT" });
  });
});
