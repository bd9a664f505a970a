import { checkLevel } from "./checks.ts";
import { normalQuantile } from "./distributions.ts";
import { type Band, type Interval, type Refused, refused, type Value, value } from "./result.ts";
import { wilsonOfBands } from "./wilson.ts";

/** Fewest scored collectives a group needs to be ranked at all. */
export const fewestForRank = 20;

/** A country, or another group: bands of k and n as published; exact counts have both ends equal. */
export interface RankedGroup {
  readonly id: string;
  readonly k: Band;
  readonly n: Band;
}

export type RankRanges =
  | Value<{
      /** Rank 1 is the highest share. Groups whose intervals overlap share ranks. */
      readonly ranges: readonly {
        readonly id: string;
        readonly best: number;
        readonly worst: number;
        readonly interval: Interval;
      }[];
      /** Groups left out for having fewer than 20 collectives. */
      readonly tooFew: readonly string[];
    }>
  | (Refused<"fewer-than-2-groups"> & { readonly tooFew: readonly string[] });

/**
 * Between which ranks each group lies, jointly with 95% confidence: `best` is 1 + the groups whose interval lies wholly
 * above, `worst` the number of groups less those wholly below. The intervals are Wilson's at the level (0.95)^(1/groups),
 * so that all hold at once; on bands they only widen. Opt-in, never a league table. Refused below two groups of 20.
 * Klein, Wright and Wieczorek 2020, J. R. Stat. Soc. C 69:589-606.
 */
export function rankRanges(groups: readonly RankedGroup[], level = 0.95): RankRanges {
  checkLevel(level);
  const tooFew = groups.filter(({ n }) => n[0] < fewestForRank).map(({ id }) => id);
  const kept = groups.filter(({ n }) => n[0] >= fewestForRank);
  if (kept.length < 2) return { ...refused("fewer-than-2-groups"), tooFew };
  const z = normalQuantile((1 + level ** (1 / kept.length)) / 2);
  const intervals = kept.map((group) => ({ id: group.id, interval: intervalOf(group, z) }));
  const ranges = intervals.map(({ id, interval }) => ({
    id,
    best: 1 + intervals.filter((other) => other.interval.lower > interval.upper).length,
    worst: kept.length - intervals.filter((other) => other.interval.upper < interval.lower).length,
    interval,
  }));
  return value({ ranges, tooFew });
}

function intervalOf(group: RankedGroup, z: number): Interval {
  const interval = wilsonOfBands(group, z);
  if (interval.kind === "refused") throw new RangeError(`The group ${group.id} has no scores.`);
  return { lower: interval.lower, upper: interval.upper };
}
