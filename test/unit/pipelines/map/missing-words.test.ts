import { describe, expect, it } from "vitest";
import { type Habits, noHabits, parseField } from "../../../../pipelines/map/parse-field.ts";
import { survey } from "../../../../pipelines/sources/survey.ts";

const declared: Habits = { missing: new Map(Object.entries(survey.missing ?? {})), decimalComma: false };
const score = { kind: "score" } as const;
const figure = { kind: "lenient-number" } as const;

describe("a word for a missing figure", () => {
  it("is read as its source declares, and none becomes 0", () => {
    const read = (text: string | null) => parseField(text, score, declared);
    expect(read("0")).toEqual({ value: { score: 0, missing: null } });
    expect(read(null)).toEqual({ value: null });
    expect(read(" ")).toEqual({ value: null });
    expect(read("N/A")).toMatchObject({ value: { score: null, missing: "NA" } });
    expect(read("-")).toMatchObject({ value: { score: null, missing: "NR" } });
    expect(read("see narrative")).toMatchObject({ value: { score: null, missing: "NR" } });
    expect(read("98")).toMatchObject({ value: { score: null, missing: "NK" } });
    expect(read("99")).toMatchObject({ value: { score: null, missing: "NR" } });
  });

  it("is no word of the entry workbook, which takes 0 to 4 and the five codes only", () => {
    for (const text of ["N/A", "-", "see narrative"])
      expect(parseField(text, score, noHabits)).toEqual({ broken: "score.readable" });
    for (const text of ["98", "99"]) expect(parseField(text, score, noHabits)).toEqual({ broken: "score.range" });
    for (const missing of ["NA", "NK", "NR", "WH", "NS"])
      expect(parseField(missing, score, noHabits)).toEqual({ value: { score: null, missing } });
  });

  it("leaves a figure empty with its reason, and stays a number where the source does not declare it", () => {
    expect(parseField("n/a", figure, declared)).toEqual({ value: null, missing: "NA" });
    expect(parseField("98", figure, noHabits)).toEqual({ value: 98 });
    expect(parseField("0", figure, declared)).toEqual({ value: 0 });
    expect(parseField("see annex", figure, declared)).toEqual({ value: null, flag: "number.text" });
  });

  it("is not looked for in names and words", () => {
    expect(parseField("-", { kind: "text" }, declared)).toEqual({ value: "-" });
  });
});

describe("a decimal comma", () => {
  it("is a point where the file is split by something else, and no number otherwise", () => {
    const comma: Habits = { ...noHabits, decimalComma: true };
    const number = { kind: "number" } as const;
    expect(parseField("1.234,5", number, comma)).toEqual({ value: 1234.5 });
    expect(parseField("0,25", number, comma)).toEqual({ value: 0.25 });
    expect(parseField("2.5", number, comma)).toEqual({ value: 2.5 });
    expect(parseField("0,25", number, noHabits)).toEqual({ broken: "number.readable" });
  });
});

describe("an error of the spreadsheet", () => {
  it("is never taken for a value", () => {
    for (const text of ["#DIV/0!", "#N/A", "#REF!", "#NOT-CALCULATED!"])
      expect(parseField(text, { kind: "key" })).toEqual({ broken: "cell.sheet-error" });
  });
});
