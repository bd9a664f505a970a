import type { Band } from "@trama/data/statistics";
import { minimum } from "./limits.ts";

/** Lower ends of the bands of a count among at most `most`: steps of a tenth, two at least; the first and the last hold three. */
function starts(most: number): number[] {
  const width = Math.max(2, Math.ceil(most / 10));
  const found = [0];
  for (let start = Math.max(3, width); start <= most - 2; start += width) found.push(start);
  return found;
}

/**
 * The band of `count` collectives in place, or in a class, among `scored`, where readers know that `most` were there.
 * Steps depend on `most` alone, so the number scored cannot be read off a band's ends: `⌈most / 10⌉` wide, at least 2.
 * The first band holds 0, 1 and 2; whatever reaches the last three of those scored lies in one band up to `most`, so
 * that neither none nor all is certain and a member who knows its own score learns nobody else's.
 */
export function shareBand(count: number, scored: number, most: number): Band {
  const edges = starts(most);
  const last = edges.findLast((start) => start <= scored - 2) ?? 0;
  if (count >= last) return [last, most];
  const at = edges.findLastIndex((start) => start <= count);
  return [edges[at] as number, (edges[at + 1] as number) - 1];
}

/** Bands of a count of collectives that cannot be shown exactly: five wide, then ten, their steps the same everywhere. */
export function countBands(count: number): readonly [narrow: Band, wide: Band] {
  const band = (width: number): Band => {
    const from = minimum + Math.floor((count - minimum) / width) * width;
    return [from, from + width - 1];
  };
  return [band(minimum), band(2 * minimum)];
}

/** Shares of those present that must be scored for a figure; the highest reached is what a reader learns. */
const coverage = [0.95, 0.9, 0.85, 0.8] as const;
const leastCovered = coverage[3];

/**
 * The band of the number scored among `present`, "at least 80% scored": never exact, its upper end always all of them, so
 * that nobody can tell that a score is missing. Undefined where too few are scored for a figure to be public.
 */
export function scoredBand(scored: number, present: number): Band | undefined {
  if (scored < minimum || present <= minimum || scored < leastCovered * present) return undefined;
  const reached = coverage.map((share) => Math.ceil(share * present)).find((least) => least <= scored) as number;
  return [Math.max(minimum, Math.min(reached, present - 2)), present];
}

/**
 * The same where those present are a band themselves: a function of that band alone, so that it tells no more of them.
 * `present` is their true number, which decides only whether enough are scored: a share beside a band never says how
 * far above the minimum it lies.
 */
export function scoredOfBand(scored: number, present: number, [from, to]: Band): Band | undefined {
  if (scored < minimum || scored < leastCovered * present) return undefined;
  return [Math.max(minimum, Math.ceil(leastCovered * from)), to];
}

/**
 * "At least": the largest multiple of 5 that is no more than the stayers and leaves a whole minimum of others in either
 * year, so that joiners and leavers cannot be counted. Undefined below the minimum.
 */
export function followedAtLeast(stayers: number, before: number, after: number): number | undefined {
  const least = Math.floor(Math.min(stayers, before - minimum, after - minimum) / 5) * 5;
  return least >= minimum ? least : undefined;
}
