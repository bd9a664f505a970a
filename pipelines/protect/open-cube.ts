import { collectiveTypes } from "@trama/data/codelists";
import { results } from "@trama/data/framework";
import { shareOut, threadsFor } from "./share-out.ts";
import type { Unit } from "./units.ts";
import type { Version } from "./versions.ts";
import { type CountBefore, type YearCounts, yearCounts } from "./year-counts.ts";
import { type ShareBefore, type YearShares, type Years, yearShares } from "./year-shares.ts";

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

/** How the work of a release is done: who is told of progress, and in how many threads. */
export interface Way {
  readonly progress?: ((done: number, of: number) => void) | undefined;
  readonly threads?: number;
}

/**
 * Solves the open cube and the donors', linked with what retained releases show: first the counts of each year, then the
 * shares of each result on the counts published. The last version is the one about to be published.
 */
export async function solveOpenCube(
  versions: readonly Version[],
  earlier: Earlier,
  { progress = () => {}, threads = threadsFor(versions.reduce((sum, { units }) => sum + units.length, 0)) }: Way = {},
): Promise<OpenCube> {
  const types = collectiveTypes.codes.map(({ code }) => code);
  const years = [...new Set(versions.flatMap(({ units }) => units.map(({ year }) => year)))].sort(
    (one, other) => one - other,
  );
  const solved = await shareOut(
    { module: new URL("./year-counts.ts", import.meta.url).href, name: "yearCounts", run: yearCounts },
    years.map((year) => () => [ofYear(versions, year, bare), year, types, earlier.counts.get(year)] as const),
    { threads, done: (done) => progress(done, 2 * years.length) },
  );
  const counts = new Map(years.map((year, at) => [year, solved[at] as YearCounts]));
  const shares = new Map<string, YearShares>();
  const all = await shareOut(
    { module: import.meta.url, name: "sharesOfYear", run: sharesOfYear },
    years.map((year) => () => {
      const now = counts.get(year) as YearCounts;
      const around = { before: counts.get(year - 1), now, after: counts.get(year + 1) };
      const before = results.map(({ code }) => earlier.shares.get(sharesKey(code, year)));
      return [ofYear(versions, year, between), year, around, types, before] as const;
    }),
    { threads, done: (done) => progress(years.length + done, 2 * years.length) },
  );
  years.forEach((year, at) => {
    results.forEach(({ code }, result) => {
      shares.set(sharesKey(code, year), all[at]?.[result] as YearShares);
    });
  });
  return { counts, shares };
}

/** The shares of every result in a year, in the order of the results. */
export async function sharesOfYear(
  versions: readonly Version[],
  year: number,
  years: Years,
  types: readonly string[],
  earlier: readonly (readonly ShareBefore[] | undefined)[],
): Promise<YearShares[]> {
  const solved: YearShares[] = [];
  for (const [at, { code }] of results.entries())
    solved.push(await yearShares(code, versions, year, years, types, earlier[at]));
  return solved;
}

/** What a year is solved from, without what would draw the other years along. */
function ofYear(versions: readonly Version[], year: number, as: (unit: Unit) => Unit): Version[] {
  return versions.map(({ release, units }) => ({
    release,
    units: units.filter((unit) => unit.year === year).map(as),
  }));
}

function bare(unit: Unit): Unit {
  return { ...unit, filed: new Map(), previous: undefined, next: undefined };
}

function between(unit: Unit): Unit {
  const alone = (other: Unit | undefined) => other && { ...other, previous: undefined, next: undefined };
  return { ...unit, previous: alone(unit.previous), next: alone(unit.next) };
}
