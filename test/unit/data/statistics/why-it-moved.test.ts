import { matchYears, type TwoYears, whyItMoved } from "@trama/data/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score, twoYears, withAnyOrder } from "./arbitraries.ts";
import { given } from "./given.ts";

const stayer: fc.Arbitrary<TwoYears> = fc.record({ before: score, after: score });
const withStayers = fc
  .tuple(fc.array(stayer, { minLength: 1, maxLength: 20 }), fc.array(twoYears, { maxLength: 60 }))
  .map(([stayers, others]) => [...stayers, ...others]);

describe("why a figure moved", () => {
  it("has parts that add up to the change of the crude share", () => {
    fc.assert(
      fc.property(withStayers, (collectives) => {
        const { crude, total, within, joined, left, started, stopped } = given(whyItMoved(matchYears(collectives)));
        expect(within + joined + left + started + stopped).toBeCloseTo(total, 12);
        expect(crude[0]).toBeCloseTo(shareOf(collectives.map(({ before }) => before)), 12);
        expect(crude[1]).toBeCloseTo(shareOf(collectives.map(({ after }) => after)), 12);
        expect(total).toBe(crude[1] - crude[0]);
      }),
    );
  });

  it("finds the same change in the collectives scored both years, whoever joins or leaves", () => {
    const passing = twoYears.filter(({ before, after }) => typeof before !== "number" || typeof after !== "number");
    fc.assert(
      fc.property(withStayers, fc.array(passing), (collectives, passers) => {
        const { within } = given(whyItMoved(matchYears(collectives)));
        expect(given(whyItMoved(matchYears([...collectives, ...passers]))).within).toBe(within);
      }),
    );
  });

  it("does not depend on the order of collectives", () => {
    fc.assert(
      fc.property(withAnyOrder(withStayers), ([collectives, shuffled]) => {
        expect(whyItMoved(matchYears(shuffled))).toEqual(whyItMoved(matchYears(collectives)));
      }),
    );
  });

  it("has terms of exactly 0 where nobody joined or left", () => {
    const figure = given(whyItMoved(matchYears([{ before: 1, after: 3 }])));
    expect(figure).toMatchObject({ within: 1, joined: 0, left: 0, started: 0, stopped: 0 });
  });

  it("is refused without stayers", () => {
    const turnover: TwoYears[] = [
      { before: 3, after: null },
      { before: null, after: 4 },
    ];
    expect(whyItMoved(matchYears(turnover))).toEqual({ kind: "refused", reason: "no-stayers" });
  });

  it("shows scoring started and stopped apart from joining and leaving", () => {
    const years = matchYears([
      { before: 3, after: 3 },
      { before: "NR", after: 0 },
      { before: 4, after: "WH" },
      { before: null, after: 2 },
      { before: 1, after: null },
      { before: "NA", after: "NA" },
    ]);
    expect(years).toEqual({
      stayers: { n: 1, before: 1, after: 1 },
      joiners: { k: 0, n: 1 },
      leavers: { k: 0, n: 1 },
      started: { k: 0, n: 1 },
      stopped: { k: 1, n: 1 },
    });
  });
});

function shareOf(values: readonly TwoYears["before"][]): number {
  const scores = values.filter((value) => typeof value === "number");
  return scores.filter((value) => value >= 3).length / scores.length;
}
