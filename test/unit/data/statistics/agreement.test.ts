import { krippendorffAlpha, voiceGap } from "@trama/data/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score, withAnyOrder } from "./arbitraries.ts";
import { given } from "./given.ts";

const cell = fc.oneof({ weight: 4, arbitrary: score }, { weight: 1, arbitrary: fc.constant(null) });
const raters = fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 5 });

describe("agreement between raters", () => {
  it("does not depend on which rater is called first", () => {
    fc.assert(
      fc.property(withAnyOrder(raters), ([all, shuffled]) => {
        expect(krippendorffAlpha(shuffled)).toEqual(krippendorffAlpha(all));
      }),
    );
  });

  it("does not depend on the order of the collectives", () => {
    fc.assert(
      fc.property(raters, (all) => {
        const turned = all.map((rater) => rater.toReversed());
        const one = krippendorffAlpha(all);
        const other = krippendorffAlpha(turned);
        expect(other.kind).toBe(one.kind);
        if (one.kind === "value" && other.kind === "value") expect(other.alpha).toBeCloseTo(one.alpha, 12);
      }),
    );
  });

  it("is not changed by a collective that one rater scored alone", () => {
    fc.assert(
      fc.property(raters, score, (all, lone) => {
        const more = all.map((rater, index) => [...rater, index === 0 ? lone : null]);
        expect(krippendorffAlpha(more)).toEqual(krippendorffAlpha(all));
      }),
    );
  });

  it("is 1 for raters who always agree, on zeros too", () => {
    expect(
      given(
        krippendorffAlpha([
          [0, 1, 4],
          [0, 1, 4],
        ]),
      ),
    ).toMatchObject({ alpha: 1, units: 3, scores: 6 });
  });

  it("is refused where nothing was scored twice, and where every score is the same", () => {
    expect(
      krippendorffAlpha([
        [1, null],
        [null, 2],
      ]),
    ).toEqual({ kind: "refused", reason: "no-unit-scored-twice" });
    expect(
      krippendorffAlpha([
        [3, 3],
        [3, 3],
      ]),
    ).toEqual({ kind: "refused", reason: "all-scores-alike" });
    expect(krippendorffAlpha([])).toEqual({ kind: "refused", reason: "no-unit-scored-twice" });
  });
});

describe("the voice gap", () => {
  it("says how far apart the panels stand and who is at the ends", () => {
    expect(voiceGap({ leadership: 4, women: 1, youth: 1, assembly: 3 })).toEqual({
      kind: "value",
      gap: 3,
      highest: ["leadership"],
      lowest: ["women", "youth"],
    });
  });

  it("takes a score of 0 as a voice and a missing one as none", () => {
    expect(given(voiceGap({ leadership: 2, women: 0 })).gap).toBe(2);
    expect(voiceGap({ leadership: 2, women: null })).toEqual({ kind: "refused", reason: "fewer-than-2-panels" });
  });
});
