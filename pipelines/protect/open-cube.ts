import { collectiveTypes } from "@trama/data/codelists";
import { results, traitCodes } from "@trama/data/framework";
import { shareOut, threadsFor } from "./share-out.ts";
import type { Solved } from "./solved.ts";
import type { Unit } from "./units.ts";
import { livesByYear, type Version, type YearLives } from "./versions.ts";
import { type CountBefore, type YearCounts, yearCounts } from "./year-counts.ts";
import { type ShareBefore, type Sought, type YearShares, type Years, yearShares } from "./year-shares.ts";

/** What of the open cube can be published: counts by year, shares by result or trait and year. */
export interface OpenCube {
  readonly counts: ReadonlyMap<number, YearCounts>;
  readonly shares: ReadonlyMap<string, YearShares>;
}

/** Key of the shares of a result, or a trait, and a year. */
export function sharesKey(indicator: string, year: number): string {
  return `${indicator}|${year}`;
}

/** What retained releases show of a year's counts, and of the shares of a result and year (`sharesKey`). */
export interface Earlier {
  readonly counts: ReadonlyMap<number, readonly CountBefore[]>;
  readonly shares: ReadonlyMap<string, readonly ShareBefore[]>;
}

/** How the work of a release is done: who is told of progress, in how many threads, and where what is solved is kept. */
export interface Way {
  readonly progress?: ((done: number, of: number) => void) | undefined;
  readonly threads?: number;
  readonly solved?: Solved | undefined;
}

/**
 * Solves the open cube and the donors', linked with what retained releases show: first the counts of each year, then the
 * shares of each result on the counts published. The last version is the one about to be published.
 */
export async function solveOpenCube(
  versions: readonly Version[],
  earlier: Earlier,
  {
    progress = () => {},
    threads = threadsFor(versions.reduce((sum, { units }) => sum + units.length, 0)),
    solved,
  }: Way = {},
): Promise<OpenCube> {
  const types = collectiveTypes.codes.map(({ code }) => code);
  const years = livesByYear(versions);
  const steps = 2 * years.length;
  const counted = await shareOut(
    { module: new URL("./year-counts.ts", import.meta.url).href, name: "yearCounts", run: yearCounts },
    years.map((lived) => () => {
      const told = threads > 0 ? copyable(lived, []) : lived;
      return [told, types, earlier.counts.get(lived.year)] as const;
    }),
    { threads, solved, done: (done) => progress(done, steps) },
  );
  const counts = new Map(years.map(({ year }, at) => [year, counted[at] as YearCounts]));
  const found = await shareOut(
    { module: import.meta.url, name: "sharesOfYear", run: sharesOfYear },
    years.map((lived) => () => {
      const { year } = lived;
      const now = counts.get(year) as YearCounts;
      const around = { before: counts.get(year - 1), now, after: counts.get(year + 1) };
      const before = codes.map((code) => earlier.shares.get(sharesKey(code, year)));
      return [threads > 0 ? copyable(lived, codes) : lived, around, types, before] as const;
    }),
    { threads, solved, done: (done) => progress(years.length + done, steps) },
  );
  const shares = new Map<string, YearShares>();
  for (const [at, { year }] of years.entries())
    for (const [place, code] of codes.entries()) shares.set(sharesKey(code, year), found[at]?.[place] as YearShares);
  return { counts, shares };
}

/** The shares of every result and trait in a year, in their order. */
export async function sharesOfYear(
  lived: YearLives,
  years: Years,
  types: readonly string[],
  earlier: readonly (readonly ShareBefore[] | undefined)[],
): Promise<YearShares[]> {
  const found: YearShares[] = [];
  for (const [at, one] of sought.entries()) found.push(await yearShares(one, lived, years, types, earlier[at]));
  return found;
}

/** Results, of which every share is sought, and traits, of which shares by place are. */
const sought: readonly Sought[] = [
  ...results.map(({ code }): Sought => ({ code, kind: "result" })),
  ...traitCodes.map((code): Sought => ({ code, kind: "trait" })),
];
const codes = sought.map(({ code }) => code);

/** A year as a thread can be told of it: plain values, without what would draw the other years along. */
function copyable(lived: YearLives, of: readonly string[]): YearLives {
  const alone = (unit: Unit): Unit => ({
    ...unit,
    filed: new Map(
      of.flatMap((result) => {
        const filed = unit.filed.get(result);
        return filed ? [[result, filed] as const] : [];
      }),
    ),
    previous: undefined,
    next: undefined,
  });
  return {
    ...lived,
    lives: lived.lives.map((life) =>
      life.map((unit) => {
        if (!unit || of.length === 0) return unit && alone(unit);
        const { previous, next } = unit;
        return { ...alone(unit), previous: previous && alone(previous), next: next && alone(next) };
      }),
    ),
  };
}
