import type { Score } from "../framework/scale.ts";
import { pairedChange } from "./paired-difference.ts";
import type { Interval } from "./result.ts";

/** The same collectives twice: how many, how many in place before and after, which way their scores went. */
export interface MatchedGroup {
  readonly n: number;
  readonly before: number;
  readonly after: number;
  readonly improved: number;
  readonly same: number;
  readonly worsened: number;
  /** Change of the share in place, -1 to 1, with its 95% interval for matched pairs; null where nobody is matched. */
  readonly change: ({ readonly difference: number } & Interval) | null;
}

/** What became of one result in a group of collectives scored in both years, one pair (before, after) a collective. */
export function matchedGroup(pairs: readonly (readonly [before: Score, after: Score])[]): MatchedGroup {
  const count = (holds: (before: Score, after: Score) => boolean) => pairs.filter((pair) => holds(...pair)).length;
  const inPlace = (score: Score) => score >= 3;
  const change = pairedChange([
    count((before, after) => inPlace(before) && inPlace(after)),
    count((before, after) => inPlace(before) && !inPlace(after)),
    count((before, after) => !inPlace(before) && inPlace(after)),
    count((before, after) => !inPlace(before) && !inPlace(after)),
  ]);
  return {
    n: pairs.length,
    before: count(inPlace),
    after: count((_, after) => inPlace(after)),
    improved: count((before, after) => after > before),
    same: count((before, after) => after === before),
    worsened: count((before, after) => after < before),
    change:
      change.kind === "value" ? { difference: change.difference, lower: change.lower, upper: change.upper } : null,
  };
}
