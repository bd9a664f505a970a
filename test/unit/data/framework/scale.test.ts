import { evidenceGrades, missingCodes } from "@trama/data/codelists";
import { isInPlace, isUnverified, Score, scale, texts } from "@trama/data/framework";
import { describe, expect, it } from "vitest";

describe("the scale", () => {
  it("takes 0 for a value and refuses anything but 0 to 4", () => {
    expect(Score.parse(0)).toBe(0);
    for (const bad of [-1, 5, 2.5, "3", null, "NA"]) expect(Score.safeParse(bad).success).toBe(false);
  });

  it("counts 3 and 4 as in place, so a calm year is not read as a fall", () => {
    expect(scale.levels.filter(isInPlace)).toEqual([3, 4]);
  });

  it("shows a score in place as unverified below evidence grade 2, or without one", () => {
    expect(isUnverified(3, 1)).toBe(true);
    expect(isUnverified(4, null)).toBe(true);
    expect(isUnverified(4, 2)).toBe(false);
    expect(isUnverified(2, 0)).toBe(false);
  });

  it("knows five missing codes, each explained, none of them a score", () => {
    expect(scale.missing).toEqual(["NA", "NK", "NR", "WH", "NS"]);
    expect(Object.keys(texts.fr.missing)).toEqual(missingCodes.codes.map(({ code }) => code));
  });

  it("has as many evidence grades as the code list", () => {
    expect(evidenceGrades.codes.map(({ code }) => Number(code))).toEqual(scale.evidenceLevels);
  });
});
