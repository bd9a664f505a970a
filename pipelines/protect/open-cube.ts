import { collectiveTypes } from "@trama/data/codelists";
import { results } from "@trama/data/framework";
import type { Unit } from "./units.ts";
import { type YearCounts, yearCounts } from "./year-counts.ts";
import { type YearShares, yearShares } from "./year-shares.ts";

/** What of the open cube can be published: counts by year, shares by result and year. */
export interface OpenCube {
  readonly counts: ReadonlyMap<number, YearCounts>;
  readonly shares: ReadonlyMap<string, YearShares>;
}

/** Key of the shares of a result and year. */
export function sharesKey(result: string, year: number): string {
  return `${result}|${year}`;
}

/** Solves the open cube: first the counts of each year, then the shares of each result on the counts published. */
export async function solveOpenCube(
  units: readonly Unit[],
  progress: (done: number, of: number) => void = () => {},
): Promise<OpenCube> {
  const types = collectiveTypes.codes.map(({ code }) => code);
  const years = [...new Set(units.map(({ year }) => year))].sort((one, other) => one - other);
  const steps = years.length * (results.length + 1);
  let done = 0;
  const counts = new Map<number, YearCounts>();
  for (const year of years) {
    counts.set(year, await yearCounts(ofYear(units, year), types));
    progress(++done, steps);
  }
  const shares = new Map<string, YearShares>();
  for (const year of years) {
    const around = { before: counts.get(year - 1), now: counts.get(year) as YearCounts, after: counts.get(year + 1) };
    for (const { code } of results) {
      shares.set(sharesKey(code, year), await yearShares(code, ofYear(units, year), around));
      progress(++done, steps);
    }
  }
  return { counts, shares };
}

function ofYear(units: readonly Unit[], year: number): Unit[] {
  return units.filter((unit) => unit.year === year);
}
