import type { Distribution, Share, TwoYears } from "@trama/data/statistics";
import fc from "fast-check";

export const score = fc.constantFrom(0, 1, 2, 3, 4);

export const missingCode = fc.constantFrom("NA", "NK", "NR", "WH", "NS");

export const share: fc.Arbitrary<Share> = fc
  .integer({ min: 1, max: 3000 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((k) => ({ k, n })));

const count = fc.integer({ min: 0, max: 60 });

export const distribution: fc.Arbitrary<Distribution> = fc.tuple(count, count, count, count, count);

/** A collective in two years: scored, missing, or not accompanied, in every combination. */
export const twoYears: fc.Arbitrary<TwoYears> = fc.record({
  before: fc.oneof(score, missingCode, fc.constant(null)),
  after: fc.oneof(score, missingCode, fc.constant(null)),
});

/** An array and the same array in another order. */
export function withAnyOrder<T>(items: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> {
  return items.chain((each) =>
    fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length, maxLength: each.length })),
  );
}
