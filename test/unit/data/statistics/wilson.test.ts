import { clusteredWilson, designEffect, wilson, wilsonOfBands } from "@trama/data/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { share } from "./arbitraries.ts";
import { given } from "./given.ts";

describe("the interval of a share", () => {
  it("lies from 0 to 1 and encloses the share, whatever the counts", () => {
    fc.assert(
      fc.property(share, ({ k, n }) => {
        const { lower, upper } = given(wilson(k, n));
        expect(0 <= lower && lower <= k / n && k / n <= upper && upper <= 1).toBe(true);
      }),
    );
  });

  it("starts at exactly 0 when none is in place and ends at exactly 1 when all are", () => {
    for (let n = 1; n < 2000; n++) {
      expect(given(wilson(0, n)).lower).toBe(0);
      expect(given(wilson(n, n)).upper).toBe(1);
    }
  });

  it("treats in place and not in place alike", () => {
    fc.assert(
      fc.property(share, ({ k, n }) => {
        const some = given(wilson(k, n));
        const others = given(wilson(n - k, n));
        expect(some.lower).toBeCloseTo(1 - others.upper, 12);
      }),
    );
  });

  it("is refused without scores, which is not a share of zero", () => {
    expect(wilson(0, 0)).toEqual({ kind: "refused", reason: "no-scores" });
  });

  it.each([
    [3, 2],
    [-1, 5],
    [Number.NaN, 5],
    [1.5, 5],
  ])("throws for impossible counts: %d of %d", (k, n) => {
    expect(() => wilson(k, n)).toThrow(RangeError);
  });
});

describe("the interval of a banded share", () => {
  it("holds the interval of every pair of counts that the bands allow", () => {
    const bands = fc
      .tuple(fc.nat(60), fc.nat(6), fc.nat(60), fc.nat(6))
      .map(([k, kWidth, n, nWidth]) => ({ k: [k, k + kWidth] as const, n: [n + k, n + k + kWidth + nWidth] as const }))
      .filter(({ n }) => n[1] > 0);
    fc.assert(
      fc.property(bands, ({ k, n }) => {
        const wide = given(wilsonOfBands({ k, n }));
        for (let some = k[0]; some <= k[1]; some++) {
          for (let all = Math.max(n[0], some, 1); all <= n[1]; all++) {
            const exact = given(wilson(some, all));
            expect(wide.lower).toBeLessThanOrEqual(exact.lower + 1e-12);
            expect(wide.upper).toBeGreaterThanOrEqual(exact.upper - 1e-12);
          }
        }
      }),
    );
  });

  it("is Wilson's own where the bands are exact counts", () => {
    fc.assert(
      fc.property(share, ({ k, n }) => {
        expect(wilsonOfBands({ k: [k, k], n: [n, n] })).toEqual(wilson(k, n));
      }),
    );
  });

  it("goes from the lower bound at the fewest to the upper bound at the most", () => {
    const { lower, upper } = given(wilsonOfBands({ k: [6, 8], n: [10, 12] }));
    expect(lower).toBe(given(wilson(6, 12)).lower);
    expect(upper).toBe(given(wilson(8, 10)).upper);
  });
});

describe("several scores of one collective", () => {
  // Liang 1992, the example of ratesci::clusterpci: 100 families by size and number affected.
  const families = [
    ...times(36, 0, 1),
    ...times(12, 1, 1),
    ...times(15, 0, 2),
    ...times(7, 1, 2),
    ...times(1, 2, 2),
    ...times(5, 0, 3),
    ...times(7, 1, 3),
    ...times(3, 2, 3),
    ...times(2, 3, 3),
    ...times(3, 0, 4),
    ...times(3, 1, 4),
    ...times(1, 2, 4),
    ...[0, 2, 3, 4, 6].map((k) => ({ k, n: 6 })),
  ];

  it("have the ICC and the design effect that ratesci gives for Liang's families", () => {
    const { designEffect: xi, icc } = given(designEffect(families));
    expect(icc).toBeCloseTo(0.1855342, 7);
    expect(xi).toBeCloseTo(1.349133, 6);
    const interval = given(clusteredWilson({ k: 60, n: 203 }, xi));
    expect(interval.lower).toBeCloseTo(0.2284814, 7);
    expect(interval.upper).toBeCloseTo(0.3728302, 7);
  });

  it("count as one score when they always agree", () => {
    const alike = [...times(6, 0, 4), ...times(4, 4, 4)];
    expect(given(designEffect(alike))).toMatchObject({ icc: 1, designEffect: 4 });
    const clustered = given(clusteredWilson({ k: 16, n: 40 }, 4));
    expect(clustered.lower).toBeCloseTo(given(wilson(4, 10)).lower, 12);
  });

  it("never narrow the interval, even where chance makes the design effect less than 1", () => {
    expect(clusteredWilson({ k: 7, n: 10 }, 0.6)).toEqual(wilson(7, 10));
  });

  it("keep exact ends at none and all", () => {
    expect(given(clusteredWilson({ k: 0, n: 30 }, 1.7)).lower).toBe(0);
    expect(given(clusteredWilson({ k: 30, n: 30 }, 1.7)).upper).toBe(1);
  });

  it("give no design effect where it cannot be estimated", () => {
    expect(designEffect(times(1, 1, 3))).toMatchObject({ reason: "fewer-than-2-collectives" });
    expect(designEffect(times(9, 1, 1))).toMatchObject({ reason: "one-score-each" });
    expect(designEffect(times(9, 2, 2))).toMatchObject({ reason: "all-scores-alike" });
  });
});

function times(count: number, k: number, n: number): { k: number; n: number }[] {
  return Array.from({ length: count }, () => ({ k, n }));
}
