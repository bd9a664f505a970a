import { clusterBootstrap, resampledRatios, seededSource } from "@trama/data/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withAnyOrder } from "./arbitraries.ts";
import { given } from "./given.ts";

const cluster = fc
  .integer({ min: 1, max: 16 })
  .chain((denominator) =>
    fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }),
  );
const clusters = fc.array(cluster, { minLength: 10, maxLength: 60 });

describe("the cluster bootstrap", () => {
  it("gives the same interval for the same seed, in whatever order the collectives come", () => {
    fc.assert(
      fc.property(withAnyOrder(clusters), ([all, shuffled]) => {
        const options = { seed: "ST1 GTM 2025", replicates: 200 };
        expect(clusterBootstrap(shuffled, options)).toEqual(clusterBootstrap(all, options));
      }),
      { numRuns: 40 },
    );
  });

  it("encloses the ratio of all collectives", () => {
    fc.assert(
      fc.property(clusters, (all) => {
        const { lower, upper, ratio } = given(clusterBootstrap(all, { seed: "1" }));
        expect(lower).toBeLessThanOrEqual(ratio + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(ratio - 1e-12);
      }),
      { numRuns: 40 },
    );
  });

  it("is refused below ten collectives, those without scores not counted", () => {
    const nine = Array.from({ length: 9 }, (_, k) => ({ numerator: k, denominator: 10 }));
    const refused = { kind: "refused", reason: "fewer-than-10-clusters" };
    expect(clusterBootstrap(nine, { seed: "1" })).toEqual(refused);
    expect(clusterBootstrap([...nine, { numerator: 0, denominator: 0 }], { seed: "1" })).toEqual(refused);
    expect(clusterBootstrap([...nine, { numerator: 0, denominator: 4 }], { seed: "1" }).kind).toBe("value");
  });

  it("is wider than Wilson's interval where the scores of a collective agree", () => {
    const alike = Array.from({ length: 40 }, (_, each) => ({ numerator: each < 20 ? 8 : 0, denominator: 8 }));
    const { lower, upper } = given(clusterBootstrap(alike, { seed: "1" }));
    expect(upper - lower).toBeGreaterThan(0.25);
    expect(upper - lower).toBeLessThan(0.36);
  });

  it("spreads as theory says: the replicates' variance is that of the collectives divided by their number", () => {
    const values = Float64Array.from({ length: 50 }, (_, each) => each % 5);
    const ratios = resampledRatios(values, new Float64Array(50).fill(1), 20_000, seededSource("spread"));
    const mean = ratios.reduce((sum, each) => sum + each, 0) / ratios.length;
    const variance = ratios.reduce((sum, each) => sum + (each - mean) ** 2, 0) / ratios.length;
    expect(mean).toBeCloseTo(2, 2);
    expect(variance / (2 / 50)).toBeGreaterThan(0.95);
    expect(variance / (2 / 50)).toBeLessThan(1.05);
  });
});

describe("the seeded source", () => {
  it("gives the same numbers for the same seed and others for another", () => {
    const first = seededSource("release 3");
    const again = seededSource("release 3");
    const other = seededSource("release 4");
    const numbers = Array.from({ length: 5 }, first);
    expect(Array.from({ length: 5 }, again)).toEqual(numbers);
    expect(Array.from({ length: 5 }, other)).not.toEqual(numbers);
  });

  it("reaches every tenth of its range equally often", () => {
    const next = seededSource("tenths");
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) tenths[Math.floor((next() / 2 ** 32) * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});
