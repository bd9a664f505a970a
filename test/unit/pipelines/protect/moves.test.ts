import fc from "fast-check";
import { expect, it } from "vitest";
import { movedBy, movesOf } from "../../../../pipelines/protect/attack/moves.ts";

const tables = fc
  .array(fc.record({ value: fc.nat(3), more: fc.nat(3) }), { minLength: 1, maxLength: 7 })
  .chain((unknowns) =>
    fc.record({
      unknowns: fc.constant(unknowns),
      rows: fc.array(
        fc.record({
          columns: fc.subarray(
            unknowns.map((_, at) => at),
            { minLength: 1 },
          ),
          under: fc.nat(2),
          over: fc.nat(2),
        }),
        { maxLength: 6 },
      ),
      secret: fc.subarray(
        unknowns.map((_, at) => at),
        { minLength: 1 },
      ),
      mine: fc.subarray(unknowns.map((_, at) => at)),
    }),
  );

it("says only that what is hidden can move where some other world fits all that is published", () => {
  fc.assert(
    fc.property(tables, ({ unknowns, rows: drawn, secret, mine }) => {
      const truth = unknowns.map(({ value }) => value);
      const most = unknowns.map(({ value, more }) => value + more);
      const sum = (columns: readonly number[], world: readonly number[]) =>
        columns.reduce((total, column) => total + (world[column] as number), 0);
      const rows = drawn.map(({ columns, under, over }) => {
        const value = sum(columns, truth);
        return { columns, lo: value - under, hi: value + over };
      });
      const known = new Set(mine);
      const moved = movedBy({ columns: secret }, known, movesOf({ truth, most }, rows));
      const possible = worlds(most).filter(
        (world) =>
          mine.every((column) => world[column] === truth[column]) &&
          rows.every(({ columns, lo, hi }) => lo <= sum(columns, world) && sum(columns, world) <= hi),
      );
      const values = possible.map((world) => sum(secret, world));
      const value = sum(secret, truth);
      expect(value + moved.up).toBeLessThanOrEqual(Math.max(...values));
      expect(value - moved.down).toBeGreaterThanOrEqual(Math.min(...values));
    }),
    { numRuns: 400 },
  );
});

/** Every world of whole numbers up to `most`. */
function worlds(most: readonly number[]): number[][] {
  return most.reduce<number[][]>(
    (found, end) => found.flatMap((world) => Array.from({ length: end + 1 }, (_, value) => [...world, value])),
    [[]],
  );
}
