import fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { parquetOf } from "../../../../api/answers/parquet.ts";

const rows = fc.array(
  fc.record({
    text: fc.option(fc.string({ unit: "grapheme" }), { nil: null }),
    whole: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { nil: null }),
    real: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
  }),
  { maxLength: 300 },
);

describe("an answer as Parquet", () => {
  it("holds what the answer holds, missing values and no rows at all included", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const file = parquetOf(
          (["text", "whole", "real"] as const).map((name) => ({
            name,
            kind: name,
            values: given.map((row) => row[name]),
          })),
        );
        const schema = parquetMetadata(file.buffer).schema.slice(1);
        expect(schema.map(({ name, type }) => [name, type])).toEqual([
          ["text", "BYTE_ARRAY"],
          ["whole", "INT32"],
          ["real", "DOUBLE"],
        ]);
        const found = given.length === 0 ? [] : await parquetReadObjects({ file: file.buffer });
        expect(found).toEqual(given);
      }),
    );
  });
});
