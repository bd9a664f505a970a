import { headline, median, medianInterval, medianOfBands, tally } from "@trama/data/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distribution, missingCode, score, withAnyOrder } from "./arbitraries.ts";
import { given } from "./given.ts";

describe("the tally of a result", () => {
  it("counts a score of 0 as a score", () => {
    expect(tally([0, 0, 3])).toMatchObject({ n: 3, k: 1, distribution: [2, 0, 0, 1, 0] });
  });

  it("never changes n or k for a row with a missing code, and counts the code by itself", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(score, missingCode)), missingCode, (values, code) => {
        const before = tally(values);
        const after = tally([...values, code]);
        expect(after).toMatchObject({ n: before.n, k: before.k, distribution: before.distribution });
        expect(after.missing[code]).toBe(before.missing[code] + 1);
      }),
    );
  });

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(withAnyOrder(fc.array(fc.oneof(score, missingCode))), ([values, shuffled]) => {
        expect(tally(shuffled)).toEqual(tally(values));
      }),
    );
  });

  it("throws for what is neither a score nor a missing code", () => {
    expect(() => tally([5 as 4])).toThrow("Neither a score nor a missing code: 5.");
    expect(() => tally(["toString" as "NA"])).toThrow(RangeError);
  });
});

describe("the headline", () => {
  it("brings n, k, interval, median and distribution with the share", () => {
    expect(headline([2, 1, 2, 4, 3])).toMatchObject({
      n: 12,
      k: 7,
      share: 7 / 12,
      median: { lower: 3, upper: 3 },
      distribution: [2, 1, 2, 4, 3],
    });
  });

  it("is 0% where every score is 0, and refused where there is no score", () => {
    expect(headline([4, 0, 0, 0, 0])).toMatchObject({ kind: "value", n: 4, share: 0 });
    expect(headline([0, 0, 0, 0, 0])).toEqual({ kind: "refused", reason: "no-scores" });
  });
});

describe("the median", () => {
  it("is lower and upper, never averaged: the middle of 2 and 4 is not 3", () => {
    expect(median([0, 0, 1, 0, 1])).toEqual({ kind: "value", lower: 2, upper: 4 });
  });

  it("is a score that somebody has, at both ends", () => {
    fc.assert(
      fc.property(
        distribution.filter((counts) => counts.some((count) => count > 0)),
        (counts) => {
          const { lower, upper } = given(median(counts));
          expect(counts[lower]).toBeGreaterThan(0);
          expect(counts[upper]).toBeGreaterThan(0);
          const below = counts.slice(0, lower).reduce((sum, count) => sum + count, 0);
          const above = counts.slice(upper + 1).reduce((sum, count) => sum + count, 0);
          const n = counts.reduce((sum, count) => sum + count, 0);
          expect(Math.max(below, above)).toBeLessThanOrEqual(n / 2);
        },
      ),
    );
  });

  it("has no interval below six scores", () => {
    expect(medianInterval([1, 1, 1, 1, 1])).toEqual({ kind: "refused", reason: "fewer-than-6" });
    expect(medianInterval([1, 1, 1, 1, 2])).toMatchObject({ lower: 0, upper: 4, ranks: [1, 6], coverage: 0.96875 });
  });

  it("lies inside its interval, which covers at least 95%", () => {
    fc.assert(
      fc.property(
        distribution.filter((counts) => counts.reduce((sum, count) => sum + count, 0) >= 6),
        (counts) => {
          const middle = given(median(counts));
          const interval = given(medianInterval(counts));
          expect(interval.lower).toBeLessThanOrEqual(middle.lower);
          expect(interval.upper).toBeGreaterThanOrEqual(middle.upper);
          expect(interval.coverage).toBeGreaterThanOrEqual(0.95);
        },
      ),
    );
  });
});

describe("the median from published bands", () => {
  const classes = (counts: readonly (readonly [number, number])[]) =>
    counts.map((count, level) => ({ from: level, to: level, count }));

  it("is the median itself where every count is exact", () => {
    fc.assert(
      fc.property(distribution, (counts) => {
        expect(medianOfBands(classes(counts.map((count) => [count, count])))).toEqual(median(counts));
      }),
    );
  });

  it("holds the median of every distribution that the bands allow", () => {
    const slack = fc.tuple(fc.nat(5), fc.nat(5));
    const banded = fc.tuple(distribution, fc.tuple(slack, slack, slack, slack, slack));
    fc.assert(
      fc.property(banded, ([counts, slacks]) => {
        const bands = counts.map((count, level) => {
          const [less, more] = slacks[level]!;
          return [Math.max(0, count - less), count + more] as const;
        });
        const exact = median(counts);
        const wide = medianOfBands(classes(bands));
        if (exact.kind === "refused" || wide.kind === "refused") return;
        expect(wide.lower).toBeLessThanOrEqual(exact.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(exact.upper);
      }),
    );
  });

  it("is a whole class of levels where levels are published together", () => {
    expect(
      medianOfBands([
        { from: 0, to: 1, count: [2, 4] },
        { from: 2, to: 2, count: [3, 5] },
        { from: 3, to: 4, count: [14, 18] },
      ]),
    ).toEqual({ kind: "value", lower: 3, upper: 4 });
  });
});
