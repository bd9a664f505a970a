import { benjaminiHochberg, rankRanges, signedRank } from "@trama/data/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { share, withAnyOrder } from "./arbitraries.ts";
import { given } from "./given.ts";

const group = (id: string, k: number, n: number) => ({ id, k: [k, k] as const, n: [n, n] as const });

describe("many comparisons", () => {
  it("never make a p value smaller, nor change which comparison is stronger", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (p) => {
        const adjusted = benjaminiHochberg(p);
        p.forEach((one, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(one * (1 - 1e-12));
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          p.forEach((other, j) => {
            if (one <= other) expect(adjusted[i]!).toBeLessThanOrEqual(adjusted[j]!);
          });
        });
      }),
    );
  });

  it("keep the order in which they were given", () => {
    expect(benjaminiHochberg([0.3, 0.001]).map((p) => p.toFixed(3))).toEqual(["0.300", "0.002"]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});

describe("rank ranges", () => {
  it("do not rank countries whose intervals overlap", () => {
    const { ranges } = given(rankRanges([group("GTM", 36, 40), group("HND", 20, 40), group("COL", 14, 40)]));
    expect(ranges.map(({ id, best, worst }) => [id, best, worst])).toEqual([
      ["GTM", 1, 1],
      ["HND", 2, 3],
      ["COL", 2, 3],
    ]);
  });

  it("leave out countries with fewer than 20 collectives and say which", () => {
    expect(rankRanges([group("GTM", 10, 20), group("HND", 19, 19)])).toEqual({
      kind: "refused",
      reason: "fewer-than-2-groups",
      tooFew: ["HND"],
    });
  });

  it("only widen when counts are known as bands", () => {
    const exact = given(rankRanges([group("A", 30, 40), group("B", 8, 40)])).ranges;
    const banded = given(
      rankRanges([
        { id: "A", k: [24, 30], n: [38, 42] },
        { id: "B", k: [8, 22], n: [38, 42] },
      ]),
    ).ranges;
    expect(exact.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(banded.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("contain the rank of the observed share and do not depend on the order of countries", () => {
    const groups = fc
      .array(
        share.filter(({ n }) => n >= 20),
        { minLength: 2, maxLength: 12 },
      )
      .map((shares) => shares.map(({ k, n }, index) => group(`country ${index}`, k, n)));
    fc.assert(
      fc.property(withAnyOrder(groups), ([all, shuffled]) => {
        const ranges = given(rankRanges(all)).ranges;
        const again = new Map(given(rankRanges(shuffled)).ranges.map((range) => [range.id, range]));
        for (const [index, range] of ranges.entries()) {
          expect(again.get(range.id)).toEqual(range);
          const own = all[index]!.k[0] / all[index]!.n[0];
          const above = all.filter(({ k, n }) => k[0] / n[0] > own).length;
          expect(range.best).toBeLessThanOrEqual(above + 1);
          expect(range.worst).toBeGreaterThanOrEqual(above + 1);
        }
      }),
    );
  });
});

describe("the signed rank test", () => {
  it("is symmetric in the two times", () => {
    const pairs = [
      [3, 1],
      [5, 9],
      [2, 2.5],
      [8, 1],
      [4, 1.2],
      [6, 5.1],
    ] as const;
    const turned = pairs.map(([first, second]) => [second, first] as const);
    expect(given(signedRank(turned)).p).toBe(given(signedRank(pairs)).p);
  });

  it("uses the corrected normal approximation where pairs tie", () => {
    // V = 13.5 from mean 7.5; the tie of two takes 6/48 off the variance 55/4; half a rank for continuity.
    const figure = given(
      signedRank([
        [1, 0],
        [1, 2],
        [2, 0],
        [3, 0],
        [4, 0],
      ]),
    );
    expect(figure).toMatchObject({ v: 13.5, exact: false, pairs: 5 });
    expect(figure.p).toBeCloseTo(0.13621686984456766, 12);
  });

  it("leaves out pairs that do not differ and is refused when none does", () => {
    expect(
      given(
        signedRank([
          [1, 1],
          [3, 2],
        ]),
      ),
    ).toMatchObject({ pairs: 1, exact: false });
    expect(signedRank([[0, 0]])).toEqual({ kind: "refused", reason: "no-pair-differs" });
  });
});
