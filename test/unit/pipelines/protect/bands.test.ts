import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBands, scoredOfBand } from "../../../../pipelines/protect/bands.ts";

describe("The number scored of those whose number is a band", () => {
  it("tells nothing of where in the band they lie, wherever at least 80% of them are scored", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 400 }), fc.integer({ min: 0, max: 19 }), (count, missing) => {
        const scored = Math.max(5, count - Math.floor((count * missing) / 100));
        for (const band of countBands(count))
          expect(scoredOfBand(scored, count, band)).toEqual(scoredOfBand(band[0], band[0], band));
      }),
    );
  });

  it("is withheld where fewer than 80% are scored, or fewer than five", () => {
    expect(scoredOfBand(7, 9, [5, 9])).toBeUndefined();
    expect(scoredOfBand(4, 5, [5, 9])).toBeUndefined();
    expect(scoredOfBand(5, 5, [5, 9])).toEqual([5, 9]);
  });
});
