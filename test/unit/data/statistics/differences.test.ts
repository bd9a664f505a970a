import {
  exactMcnemar,
  independentDifference,
  type PairedTable,
  pairedChange,
  pairedDifference,
  relativeEffect,
  relativeEffectOfDistributions,
  transitions,
} from "@trama/data/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score, share, withAnyOrder } from "./arbitraries.ts";
import { given } from "./given.ts";

const count = fc.integer({ min: 0, max: 80 });
const paired: fc.Arbitrary<PairedTable> = fc
  .tuple(count, count, count, count)
  .filter((table) => table.some((each) => each > 0));

describe("the difference of two groups", () => {
  it("lies inside its interval, and the interval inside -1 to 1", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const { difference, lower, upper } = given(independentDifference(first, second));
        expect(-1 <= lower && lower <= difference && difference <= upper && upper <= 1).toBe(true);
      }),
    );
  });

  it("turns its sign when the groups change places", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const one = given(independentDifference(first, second));
        const other = given(independentDifference(second, first));
        expect(one.lower).toBeCloseTo(-other.upper, 12);
      }),
    );
  });

  it("is refused where a group has no scores", () => {
    expect(independentDifference({ k: 1, n: 2 }, { k: 0, n: 0 })).toEqual({ kind: "refused", reason: "no-scores" });
  });
});

describe("the same collectives twice", () => {
  it("have a change inside its interval, and the interval inside -1 to 1", () => {
    fc.assert(
      fc.property(paired, (table) => {
        const { difference, lower, upper } = given(pairedDifference(table));
        expect(-1 <= lower && lower <= difference + 1e-12 && difference <= upper + 1e-12 && upper <= 1).toBe(true);
      }),
    );
  });

  it("are reported as second minus first", () => {
    expect(given(pairedChange([59, 6, 16, 80]))).toMatchObject({ difference: 10 / 161 });
    const change = given(pairedChange([59, 6, 16, 80]));
    expect([change.lower.toFixed(4), change.upper.toFixed(4)]).toEqual(["0.0046", "0.1186"]);
  });

  it("have an interval of their own where a margin is empty and no correlation can be seen", () => {
    const { difference, lower, upper } = given(pairedChange([0, 0, 0, 8]));
    expect(difference).toBe(0);
    expect(lower).toBeCloseTo(-upper, 12);
    expect(upper).toBeGreaterThan(0);
  });

  it("are refused where nobody was scored twice", () => {
    expect(pairedChange([0, 0, 0, 0])).toEqual({ kind: "refused", reason: "no-scores" });
  });
});

describe("the exact test of movers", () => {
  it("can never be significant below six movers, and says so", () => {
    for (let movers = 0; movers < 6; movers++) {
      for (let gained = 0; gained <= movers; gained++) {
        const test = exactMcnemar(gained, movers - gained);
        expect(test.canBeSignificant).toBe(false);
        expect(test.p).toBeGreaterThan(0.05);
      }
    }
    expect(exactMcnemar(6, 0)).toEqual({ movers: 6, p: 0.03125, canBeSignificant: true });
  });

  it("finds nothing where as many came into place as fell out, or nobody moved", () => {
    expect(exactMcnemar(4, 4).p).toBe(1);
    expect(exactMcnemar(0, 0).p).toBe(1);
  });

  it("works for more movers than doubles have powers of one half", () => {
    // In exact fractions, twice the tail of 600 of 1,300.
    expect(exactMcnemar(600, 700).p).toBeCloseTo(2 * 0.0030078969305224763, 12);
  });
});

describe("the tendency to score higher", () => {
  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(withAnyOrder(fc.array(score, { minLength: 2, maxLength: 30 })), ([x, shuffled]) => {
        expect(relativeEffect(shuffled, [1, 3, 3])).toEqual(relativeEffect(x, [1, 3, 3]));
      }),
    );
  });

  it("is the same from scores as from their distribution", () => {
    const x = [0, 0, 1, 3, 4];
    const y = [1, 2, 2, 4, 4, 4];
    const one = given(relativeEffect(x, y));
    const other = given(relativeEffectOfDistributions([2, 1, 0, 1, 1], [0, 1, 2, 0, 3]));
    expect(other.effect).toBeCloseTo(one.effect, 12);
    expect(other.p).toBeCloseTo(one.p, 12);
    const pairs = x.flatMap((a) => y.map((b): number => (a < b ? 1 : a === b ? 0.5 : 0)));
    expect(one.effect).toBeCloseTo(pairs.reduce((sum, each) => sum + each, 0) / pairs.length, 12);
  });

  it("is one half, and p at most 1, for two groups alike", () => {
    const figure = given(relativeEffectOfDistributions([2, 2, 2, 2, 2], [3, 3, 3, 3, 3]));
    expect(figure.effect).toBeCloseTo(0.5, 12);
    expect(figure.p).toBeLessThanOrEqual(1);
  });

  it("is known but without an interval where all of one group lie below all of the other", () => {
    expect(relativeEffect([0, 1, 1], [2, 3])).toEqual({
      kind: "refused",
      reason: "no-overlap-to-estimate-from",
      effect: 1,
    });
  });

  it("is refused below two collectives in a group", () => {
    expect(relativeEffect([3], [1, 2, 3])).toEqual({ kind: "refused", reason: "fewer-than-2-in-a-group" });
  });
});

describe("the table of transitions", () => {
  it("counts who improved, stayed and worsened, and who crossed into place", () => {
    const table = transitions([
      [0, 0],
      [2, 3],
      [4, 3],
      [3, 1],
      [1, 2],
    ]);
    expect(table).toMatchObject({ n: 5, improved: 2, same: 1, worsened: 2, inPlace: [1, 1, 1, 2] });
    expect(table.table[2]![3]).toBe(1);
    expect(table.table[3]![2]).toBe(0);
  });

  it("does not depend on the order of collectives, and its cells add up to n", () => {
    fc.assert(
      fc.property(withAnyOrder(fc.array(fc.tuple(score, score))), ([pairs, shuffled]) => {
        const table = transitions(pairs);
        expect(transitions(shuffled)).toEqual(table);
        expect(table.table.flat().reduce((sum, cell) => sum + cell, 0)).toBe(pairs.length);
        expect(table.inPlace.reduce((sum, cell) => sum + cell, 0)).toBe(pairs.length);
      }),
    );
  });
});
