import { sampleReports, stories } from "@trama/data/samples";
import { describe, expect, it } from "vitest";

interface Score {
  readonly country: string;
  readonly year: number;
  readonly collective: string;
  readonly result: string;
  readonly score: number;
}

/** One score per collective, result and year: the last period's. */
const scores: readonly Score[] = [
  ...new Map(
    sampleReports()
      .filter(({ version, rows }) => version === 1 && rows.results)
      .flatMap(({ country, year, rows }) =>
        rows
          .results!.filter(({ panel, score }) => !panel && typeof score === "number" && score <= 4)
          .map(({ collective, result, score }) => {
            const key = { country, year, collective: String(collective), result: String(result), score: Number(score) };
            return [`${year} ${collective} ${result}`, key] as const;
          }),
      ),
  ).values(),
];

const inPlace = (some: readonly Score[]) => some.filter(({ score }) => score >= 3).length / some.length;
const of = (country: string, year: number, result = "") =>
  scores.filter((one) => one.country === country && one.year === year && one.result.startsWith(result));
const both = (country: string, from: number, to: number, result = "") => {
  const [before, after] = [of(country, from, result), of(country, to, result)];
  const inBoth = new Set(after.map(({ collective }) => collective));
  const stayers = new Set(before.map(({ collective }) => collective).filter((one) => inBoth.has(one)));
  return [before, after].map((some) => inPlace(some.filter(({ collective }) => stayers.has(collective))));
};

describe("the stories of the samples", () => {
  it("let legal support fall sharply among the same collectives", () => {
    const { country, result, before, after } = stories.legalSupportFalls;
    const [first, then] = both(country, before, after, result);
    expect(first! - then!).toBeGreaterThan(0.4);
  });

  it("show a country strong inside and weak towards the outside", () => {
    const { country } = stories.strongInsideWeakOutside;
    expect(inPlace(of(country, 2025, "IN"))).toBeGreaterThan(0.65);
    expect(inPlace(of(country, 2025, "EX"))).toBeLessThan(0.25);
  });

  it("raise a share only because weak collectives left", () => {
    const { country, lastYearOfWeak, firstYearWithout } = stories.weakLeave;
    expect(inPlace(of(country, firstYearWithout)) - inPlace(of(country, lastYearOfWeak))).toBeGreaterThan(0.08);
    const [first, then] = both(country, lastYearOfWeak, firstYearWithout);
    expect(Math.abs(then! - first!)).toBeLessThan(0.05);
  });

  it("hide progress behind newcomers who start low", () => {
    const { country, from, to } = stories.newcomersHideProgress;
    expect(Math.abs(inPlace(of(country, to)) - inPlace(of(country, from)))).toBeLessThan(0.08);
    const [first, then] = both(country, from, to);
    expect(then! - first!).toBeGreaterThan(0.12);
  });
});
