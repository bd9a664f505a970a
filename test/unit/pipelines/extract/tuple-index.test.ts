import fc from "fast-check";
import { expect, it } from "vitest";
import { TupleIndex } from "../../../../pipelines/extract/tuple-index.ts";

it("numbers combinations as they are first met, whatever numbers they hold and however many there are", () => {
  const rows = fc.integer({ min: 0, max: 4 }).chain((width) =>
    fc.array(
      fc.array(
        fc.oneof(
          fc.nat(6),
          fc.maxSafeNat().map((n) => n | 0),
        ),
        { minLength: width, maxLength: width },
      ),
      {
        minLength: 1,
        maxLength: 400,
      },
    ),
  );
  fc.assert(
    fc.property(rows, (combinations) => {
      const width = combinations[0]?.length ?? 0;
      const index = new TupleIndex(width);
      const lists = Array.from({ length: width }, (_, place) =>
        Int32Array.from(combinations, (row) => row[place] ?? 0),
      );
      const known = new Map<string, number>();
      combinations.forEach((row, at) => {
        const key = row.join();
        if (!known.has(key)) known.set(key, known.size);
        const number = index.of(lists, at);
        expect(number).toBe(known.get(key));
        expect([...index.members.subarray(number * width, (number + 1) * width)]).toEqual(row);
      });
      expect(index.size).toBe(known.size);
    }),
    { numRuns: 200 },
  );
});
