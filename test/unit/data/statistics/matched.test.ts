import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelsApart, matchedGroup, middleOf, tieChanges } from "../../../../data/statistics/index.ts";

const score = fc.constantFrom(0, 1, 2, 3, 4);

describe("ties of the same collectives in two years", () => {
  const ties = (given: Record<string, string[]>) =>
    new Map(Object.entries(given).map(([collective, allies]) => [collective, new Set(allies)]));

  it("are kept, gained and lost as counted by hand", () => {
    const before = ties({ c1: ["a", "b", "c"], c2: [], c3: ["a"], c4: ["a", "d"] });
    const after = ties({ c1: ["b", "c", "d", "e"], c2: ["a"], c3: [], c5: ["a"] });
    // c1 keeps b and c, loses a, gains d and e; c2 gains a; c3 loses a; c4 and c5 were reported once.
    expect(tieChanges(before, after)).toEqual({ matched: 3, kept: 2, gained: 3, lost: 2, unmatched: 2 });
  });

  it("lose nothing where nobody was asked again", () => {
    expect(tieChanges(ties({ c1: ["a", "b"] }), ties({}))).toEqual({
      matched: 0,
      kept: 0,
      gained: 0,
      lost: 0,
      unmatched: 1,
    });
  });

  it("add up: kept and lost are those of before, kept and gained those of after", () => {
    const year = fc.dictionary(fc.constantFrom("c1", "c2", "c3", "c4"), fc.uniqueArray(fc.constantFrom(..."abcdef")));
    fc.assert(
      fc.property(year, year, (one, other) => {
        const [before, after] = [ties(one), ties(other)];
        const { matched, kept, gained, lost, unmatched } = tieChanges(before, after);
        const both = [...before.keys()].filter((collective) => after.has(collective));
        const size = (of: typeof before) => both.reduce((sum, name) => sum + (of.get(name)?.size ?? 0), 0);
        expect([matched, kept + lost, kept + gained]).toEqual([both.length, size(before), size(after)]);
        expect(unmatched).toBe(before.size + after.size - 2 * both.length);
      }),
    );
  });
});

describe("one result of the same collectives in two years", () => {
  it("is counted by hand", () => {
    const group = matchedGroup([
      [1, 3],
      [3, 3],
      [4, 2],
      [2, 4],
      [0, 0],
    ]);
    expect(group).toMatchObject({ n: 5, before: 2, after: 3, improved: 2, same: 2, worsened: 1 });
    expect(group.change?.difference).toBeCloseTo(0.2, 12);
  });

  it("has no change where nobody is matched, and one within its interval otherwise", () => {
    expect(matchedGroup([]).change).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score) as fc.Arbitrary<[0, 0]>, { minLength: 1 }), (pairs) => {
        const { n, before, after, improved, same, worsened, change } = matchedGroup(pairs);
        expect(improved + same + worsened).toBe(n);
        expect(change?.difference).toBeCloseTo((after - before) / n, 12);
        expect(change && change.lower <= change.difference && change.difference <= change.upper).toBe(true);
      }),
    );
  });
});

describe("a capacity beside its results", () => {
  it("is as many levels apart as its score lies outside the middle of their scores", () => {
    expect(middleOf([4, 1, 2, 2])).toEqual([2, 2]);
    expect(middleOf([4, 0])).toEqual([0, 4]);
    expect(middleOf([])).toBeNull();
    expect([0, 1, 2, 3, 4].map((one) => levelsApart(one, [2, 3]))).toEqual([2, 1, 0, 0, 1]);
  });
});
