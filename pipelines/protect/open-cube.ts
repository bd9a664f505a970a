import { collectiveTypes } from "@trama/data/codelists";
import { results } from "@trama/data/framework";
import { livesByYear, type Version } from "./versions.ts";
import { type CountBefore, type YearCounts, yearCounts } from "./year-counts.ts";
import { type ShareBefore, type YearShares, yearShares } from "./year-shares.ts";

/** What of the open cube can be published: counts by year, shares by result and year. */
export interface OpenCube {
  readonly counts: ReadonlyMap<number, YearCounts>;
  readonly shares: ReadonlyMap<string, YearShares>;
}

/** Key of the shares of a result and year. */
export function sharesKey(result: string, year: number): string {
  return `${result}|${year}`;
}

/** What retained releases show of a year's counts, and of the shares of a result and year (`sharesKey`). */
export interface Earlier {
  readonly counts: ReadonlyMap<number, readonly CountBefore[]>;
  readonly shares: ReadonlyMap<string, readonly ShareBefore[]>;
}

/**
 * Solves the open cube and the donors', linked with what retained releases show: first the counts of each year, then the
 * shares of each result on the counts published. The last version is the one about to be published.
 */
export async function solveOpenCube(
  versions: readonly Version[],
  earlier: Earlier,
  progress: (done: number, of: number) => void = () => {},
): Promise<OpenCube> {
  const types = collectiveTypes.codes.map(({ code }) => code);
  const years = livesByYear(versions);
  const steps = years.length * (results.length + 1);
  let done = 0;
  const counts = new Map<number, YearCounts>();
  for (const lived of years) {
    counts.set(lived.year, await yearCounts(lived, types, earlier.counts.get(lived.year)));
    progress(++done, steps);
  }
  const shares = new Map<string, YearShares>();
  for (const lived of years) {
    const { year } = lived;
    const around = { before: counts.get(year - 1), now: counts.get(year) as YearCounts, after: counts.get(year + 1) };
    for (const { code } of results) {
      shares.set(
        sharesKey(code, year),
        await yearShares(code, lived, around, types, earlier.shares.get(sharesKey(code, year))),
      );
      progress(++done, steps);
    }
  }
  return { counts, shares };
}
