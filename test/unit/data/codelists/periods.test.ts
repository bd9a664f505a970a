import { comparePeriods, latestPeriod, PeriodCode, parsePeriod } from "@trama/data/codelists";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const read = (text: string) => parsePeriod(text)!;

describe("parsePeriod(value)", () => {
  it("reads a year, a half-year and a quarter with their first and last day", () => {
    expect(read("2025")).toMatchObject({ code: "2025", year: 2025, start: "2025-01-01", end: "2025-12-31" });
    expect(read("2025-H1")).toMatchObject({ code: "2025-H1", start: "2025-01-01", end: "2025-06-30" });
    expect(read("2025-H2")).toMatchObject({ code: "2025-H2", start: "2025-07-01", end: "2025-12-31" });
    expect(read("2024-Q1")).toMatchObject({ code: "2024-Q1", start: "2024-01-01", end: "2024-03-31" });
    expect(read("2025-Q3")).toMatchObject({ code: "2025-Q3", start: "2025-07-01", end: "2025-09-30" });
  });

  it("forgives case, spacing, a spreadsheet's number, and semestre and trimestre", () => {
    expect(parsePeriod(2025)?.code).toBe("2025");
    for (const typed of ["2025-q3", " 2025 Q3 ", "2025Q3", "2025/Q3", "2025-T3"])
      expect(read(typed).code).toBe("2025-Q3");
    expect(read("2025-S2").code).toBe("2025-H2");
  });

  it.each([
    "2025-H3",
    "2025-H0",
    "2025-Q5",
    "25",
    "",
    " ",
    "20255",
    "2025-",
    "2025-13",
    "2025-01",
    "H1 2025",
    "1850",
    "2025.5",
  ])("refuses %j", (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it.each([null, undefined, Number.NaN, 2025.5, {}, new Date(0)])("refuses %o, which is no text or year", (value) => {
    expect(parsePeriod(value)).toBeUndefined();
  });
});

describe("the order of periods", () => {
  it("puts the later end last, and the longer last of two with the same end", () => {
    const mixed = ["2025", "2024", "2025-Q4", "2025-H2", "2025-Q1", "2025-H1", "2025-Q2"].map(read);
    expect(mixed.toSorted(comparePeriods).map((p) => p.code)).toEqual([
      "2024",
      "2025-Q1",
      "2025-Q2",
      "2025-H1",
      "2025-Q4",
      "2025-H2",
      "2025",
    ]);
  });

  it("takes a year's score from its latest-ending period, and from the annual one on a tie", () => {
    expect(latestPeriod(["2025-H1", "2025-Q3"].map(read))?.code).toBe("2025-Q3");
    expect(latestPeriod(["2025-Q4", "2025", "2025-H2"].map(read))?.code).toBe("2025");
    expect(latestPeriod([])).toBeUndefined();
  });
});

const anyPeriod = fc
  .tuple(fc.integer({ min: 1900, max: 2099 }), fc.constantFrom("", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"))
  .map(([year, part]) => read(`${year}${part}`));

describe("for any period", () => {
  it("reading its code gives the same period back", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(PeriodCode.parse(period.code)).toBe(period.code);
        expect(parsePeriod(period.code)).toEqual(period);
      }),
    );
  });

  it("it starts before it ends, within its year, on days that exist", () => {
    fc.assert(
      fc.property(anyPeriod, ({ start, end, year }) => {
        expect(start < end).toBe(true);
        for (const day of [start, end]) {
          expect(day.startsWith(`${year}-`)).toBe(true);
          expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        }
      }),
    );
  });

  it("order is total: by end, then by length, and equal only for the same period", () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0);
        if (a.end < b.end) expect(comparePeriods(a, b)).toBeLessThan(0);
        if (a.end === b.end && a.start < b.start) expect(comparePeriods(a, b)).toBeGreaterThan(0);
        expect(comparePeriods(a, b) === 0).toBe(a.code === b.code);
      }),
    );
  });

  it("any text either is refused or yields an accepted code", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const period = parsePeriod(text);
        if (period) expect(PeriodCode.safeParse(period.code).success).toBe(true);
      }),
    );
  });
});
