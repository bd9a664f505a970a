import { checkCount } from "./checks.ts";
import type { Median } from "./median.ts";
import { type Band, refused, value } from "./result.ts";

/** Scores from one level to another and the band of their count, as published: 0 to 1, 2, 3 to 4, say. */
export interface ScoreClass {
  readonly from: number;
  readonly to: number;
  readonly count: Band;
}

/**
 * The range in which the lower and the upper median must lie, from published bands alone: from the lowest level that a
 * lower median can have to the highest that an upper median can. Classes in rising order. With exact counts of single
 * levels it is `median`. Refused where the bands allow no score.
 */
export function medianOfBands(classes: readonly ScoreClass[]): Median {
  for (const { count } of classes) {
    checkCount(count[0], "The lower end of a band");
    checkCount(count[1] - count[0], "The width of a band");
  }
  const most = (some: readonly ScoreClass[]) => some.reduce((sum, { count }) => sum + count[1], 0);
  const fewest = (some: readonly ScoreClass[]) => some.reduce((sum, { count }) => sum + count[0], 0);
  if (most(classes) === 0) return refused("no-scores");
  const lowest = classes.find(
    ({ count }, at) => count[1] > 0 && most(classes.slice(0, at + 1)) >= fewest(classes.slice(at + 1)),
  );
  const highest = classes.findLast(
    ({ count }, at) => count[1] > 0 && most(classes.slice(at)) >= fewest(classes.slice(0, at)),
  );
  return value({ lower: lowest!.from, upper: highest!.to });
}
