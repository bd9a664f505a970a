import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seen } from "../../../../pipelines/validate/seen.ts";

const said = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 70 }));
const file = fc.record({
  /** Things said by a few, and how many rows lie between two of them. */
  rows: fc.array(fc.tuple(said, fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 400 }))), { maxLength: 400 }),
  /** A second sheet counts its rows from the beginning. */
  sheets: fc.integer({ min: 1, max: 3 }),
});

describe("remembering which row of a file said a thing first", () => {
  it("gives that row whatever the order of the rows, however far apart and on whichever sheet they lie", () => {
    fc.assert(
      fc.property(file, ({ rows, sheets }) => {
        const { first } = seen();
        const plain = new Map<string, number>();
        for (let sheet = 0; sheet < sheets; sheet += 1) {
          let row = 2;
          for (const [[who, what], step] of rows) {
            const key = `${who} ${what}`;
            expect(first(who, what, row)).toBe(plain.get(key));
            if (!plain.has(key)) plain.set(key, row);
            row += step;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives that row where all about one follows in one order, with things left out and now and then said again", () => {
    const about = fc.record({
      who: fc.integer({ min: 0, max: 3 }),
      things: fc.uniqueArray(fc.integer({ min: 0, max: 70 }), { maxLength: 71 }),
      ordered: fc.boolean(),
      again: fc.array(fc.integer({ min: 0, max: 70 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(about, { maxLength: 6 }), (report) => {
        const { first } = seen();
        const plain = new Map<string, number>();
        let row = 2;
        for (const { who, things, ordered, again } of report)
          for (const what of [...(ordered ? things.sort((a, b) => a - b) : things), ...again]) {
            const key = `${who} ${what}`;
            expect(first(who, what, row)).toBe(plain.get(key));
            if (!plain.has(key)) plain.set(key, row);
            row += 1;
          }
      }),
      { numRuns: 300 },
    );
  });

  it("keeps its word when it has grown past what it makes room for at a time", () => {
    const { first } = seen();
    for (const again of [undefined, "again"])
      for (let who = 0; who < 40_000; who += 1)
        for (const what of [0, 33])
          expect(first(who, what, 2 + who * 2 + (what & 1))).toBe(again && 2 + who * 2 + (what & 1));
  });

  it("numbers equal values alike, and a value that is missing like an empty one", () => {
    const { whoOf, whatOf } = seen();
    expect([whoOf("a"), whoOf("b"), whoOf("a"), whoOf(null), whoOf("")]).toEqual([0, 1, 0, 2, 2]);
    expect([whatOf(["x", null]), whatOf(["x", ""]), whatOf(["", "x"])]).toEqual([0, 0, 1]);
  });
});
