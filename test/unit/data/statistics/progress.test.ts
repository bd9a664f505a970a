import { progress, progressClass } from "@trama/data/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score, withAnyOrder } from "./arbitraries.ts";
import { given } from "./given.ts";

const entry = fc.record({ baseline: score, latest: score, target: score });

describe("progress to target", () => {
  it.each([
    [1, 3, 3, "reached"],
    [1, 4, 3, "reached"],
    [0, 1, 3, "moved-towards"],
    [0, 0, 3, "stayed"],
    [2, 0, 3, "moved-away"],
    [3, 3, 3, "reached"],
    [3, 2, 3, "moved-away"],
  ] as const)("from %i to %i with target %i is %s", (baseline, latest, target, expected) => {
    expect(progressClass({ baseline, latest, target })).toBe(expected);
  });

  it("turns round where less is better", () => {
    expect(progressClass({ baseline: 12, latest: 7, target: 5, direction: "down" })).toBe("moved-towards");
    expect(progressClass({ baseline: 12, latest: 0, target: 5, direction: "down" })).toBe("reached");
    expect(progressClass({ baseline: 12, latest: 14, target: 5, direction: "down" })).toBe("moved-away");
  });

  it("puts every collective in one class, so that the counts add up to n", () => {
    fc.assert(
      fc.property(withAnyOrder(fc.array(entry, { minLength: 1 })), ([entries, shuffled]) => {
        const figure = given(progress(entries));
        expect(progress(shuffled)).toEqual(figure);
        expect(figure.n).toBe(entries.length);
        expect(Object.values(figure.classes).reduce((sum, { k }) => sum + k, 0)).toBe(entries.length);
      }),
    );
  });

  it("is refused where no collective has baseline, latest and target", () => {
    expect(progress([])).toEqual({ kind: "refused", reason: "no-complete-entry" });
  });
});
