import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceScale, directionIn, outerDifference } from "../../../../dashboard/state/differences.ts";
import { fundedPlaces, fundedRows, shownYears } from "../../../../dashboard/state/funded.ts";
import { cell, countries, framework, health } from "../answers.ts";

const base = { lang: "en", health, framework, countries };
const nobody = { world: [], countries: [], grants: [] };
const whole = [
  cell({ country: null, region: null, year: 2023, share: [0.4, 0.5], n: [20, 22] }),
  cell({ country: null, region: null, year: 2024, status: "withheld" }),
  cell({ country: null, region: null, year: 2025, share: [0.7, 0.8], n: [10, 12] }),
];
const band = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);

describe("the difference between two bands", () => {
  it("holds every difference that shares within them can have, and no wider range", () => {
    const inside = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(band, band, inside, inside, (before, after, a, b) => {
        const [lo, hi] = outerDifference(before, after);
        const at = ([from, to]: [number, number], part: number) => from + (to - from) * part;
        const difference = at(after, b) - at(before, a);
        expect(difference).toBeGreaterThanOrEqual(lo - 1e-12);
        expect(difference).toBeLessThanOrEqual(hi + 1e-12);
        expect([lo, hi]).toEqual([after[0] - before[1], after[1] - before[0]]);
      }),
    );
  });

  it("says a direction only where all of it lies on one side, and fits on its scale", () => {
    fc.assert(
      fc.property(band, band, (before, after) => {
        const change = outerDifference(before, after);
        const said = directionIn(change);
        expect(said === "rose").toBe(after[0] > before[1]);
        expect(said === "fell").toBe(after[1] < before[0]);
        const { end, ticks } = differenceScale([change, null]);
        expect(end).toBeGreaterThanOrEqual(Math.max(...change.map(Math.abs)) - 1e-9);
        expect(ticks).toContain(0);
        expect(ticks.every((tick) => Math.abs(tick) <= end)).toBe(true);
      }),
    );
    expect(directionIn(null)).toBe("none");
  });
});

describe("a donor's grants", () => {
  it("are all of them together first, then each country that has cells, by name", () => {
    const parts = [cell({ country: "THA" }), cell({ country: "GTM" })];
    const places = fundedPlaces({ ...nobody, world: whole, countries: parts }, base, "All your grants");
    expect(places.map(({ code, name, rows }) => [code, name, rows.length])).toEqual([
      ["", "All your grants", 3],
      ["GTM", "Guatemala", 1],
      ["THA", "Thailand", 1],
    ]);
  });

  it("are compared between years that are shown, and a withheld year gives no difference", () => {
    const [place] = fundedPlaces({ ...nobody, world: whole }, base, "All");
    expect(shownYears(place!.rows)).toEqual([2023, 2025]);
    const [first, ...others] = fundedRows(place!.rows, [2023, 2025], base);
    expect(first!.kind).toBe("value");
    expect(first!.difference!.map((end) => Math.round(end * 100))).toEqual([20, 40]);
    expect(others.map(({ kind, difference }) => [kind, difference])).toEqual(
      framework.results.slice(1).map(() => ["no-data", null]),
    );
    expect(fundedRows(place!.rows, [2023, 2024], base)[0]).toMatchObject({ kind: "withheld", difference: null });
  });
});
