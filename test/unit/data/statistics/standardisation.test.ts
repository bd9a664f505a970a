import { kitagawa, type StratumPair, standardise } from "@trama/data/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withAnyOrder } from "./arbitraries.ts";
import { given } from "./given.ts";

const rate = fc.double({ min: 0, max: 1, noNaN: true });
const size = fc.integer({ min: 1, max: 500 });
const group = fc.record({ size, rate });
const strata: fc.Arbitrary<StratumPair[]> = fc
  .array(fc.tuple(group, group), { minLength: 1, maxLength: 8 })
  .map((pairs) => pairs.map(([first, second], index) => ({ stratum: `type ${index}`, first, second })));

describe("standardisation by type of collective", () => {
  it("equals the crude share when the mix is the group's own", () => {
    fc.assert(
      fc.property(strata, (all) => {
        const own = all.map(({ stratum, first }) => ({ stratum, rate: first.rate, standard: first.size }));
        expect(given(standardise(own)).rate).toBeCloseTo(given(kitagawa(all)).crude[0], 12);
      }),
    );
  });

  it("shows weights that add up to 1", () => {
    const { rate, weights } = given(
      standardise([
        { stratum: "union", rate: 0.8, standard: 30 },
        { stratum: "movement", rate: 0.4, standard: 10 },
      ]),
    );
    expect(rate).toBeCloseTo(0.7, 12);
    expect(weights).toEqual([
      { stratum: "union", weight: 0.75 },
      { stratum: "movement", weight: 0.25 },
    ]);
  });

  it("is refused where a stratum of the standard is empty, and names it", () => {
    const strata = [
      { stratum: "union", rate: 0.8, standard: 30 },
      { stratum: "movement", rate: null, standard: 10 },
    ];
    expect(standardise(strata)).toEqual({ kind: "refused", reason: "empty-stratum", strata: ["movement"] });
    expect(standardise([])).toEqual({ kind: "refused", reason: "no-standard" });
  });

  it("takes a rate of 0 as a rate", () => {
    expect(given(standardise([{ stratum: "union", rate: 0, standard: 1 }])).rate).toBe(0);
  });
});

describe("the difference between two mixes of collectives", () => {
  it("is composition and rate together, and nothing else", () => {
    fc.assert(
      fc.property(strata, (all) => {
        const { difference, composition, rate } = given(kitagawa(all));
        expect(composition + rate).toBeCloseTo(difference, 12);
      }),
    );
  });

  it("has no composition part when the mixes are equal", () => {
    fc.assert(
      fc.property(strata, (all) => {
        const equal = all.map((each) => ({ ...each, second: { ...each.second, size: each.first.size } }));
        expect(given(kitagawa(equal)).composition).toBeCloseTo(0, 12);
      }),
    );
  });

  it("does not depend on the order of strata", () => {
    fc.assert(
      fc.property(withAnyOrder(strata), ([all, shuffled]) => {
        expect(given(kitagawa(shuffled)).rate).toBeCloseTo(given(kitagawa(all)).rate, 12);
      }),
    );
  });

  it("leaves out a type that neither has, and is refused where only one has it", () => {
    const both = { stratum: "union", first: { size: 4, rate: 0.5 }, second: { size: 4, rate: 1 } };
    const none = { stratum: "ngo", first: { size: 0, rate: null }, second: { size: 0, rate: null } };
    const one = { stratum: "movement", first: { size: 0, rate: null }, second: { size: 2, rate: 0.5 } };
    expect(given(kitagawa([both, none])).weights).toEqual([{ stratum: "union", first: 1, second: 1 }]);
    expect(kitagawa([both, one])).toEqual({ kind: "refused", reason: "empty-stratum", strata: ["movement"] });
  });
});
