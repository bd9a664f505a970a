import { checkPositive, checkShare } from "./checks.ts";
import { type Interval, type Refused, refused, type Share, type Value, value } from "./result.ts";
import { scoreInterval, z95 } from "./wilson.ts";

export type Difference = Value<Interval & { readonly difference: number }> | Refused<"no-scores">;

/**
 * Share of the first group minus share of the second, from -1 to 1, with Newcombe's hybrid score interval. For two groups
 * of different collectives; for the same collectives twice see `pairedDifference`. Refused where a group has no scores.
 * Method 10 of Newcombe 1998, Stat. Med. 17:873-890.
 */
export function independentDifference(first: Share, second: Share, z = z95): Difference {
  checkShare(first);
  checkShare(second);
  checkPositive(z, "z");
  if (first.n === 0 || second.n === 0) return refused("no-scores");
  const p1 = first.k / first.n;
  const p2 = second.k / second.n;
  const one = scoreInterval(first.k, first.n, z);
  const two = scoreInterval(second.k, second.n, z);
  const difference = p1 - p2;
  return value({
    difference,
    lower: Math.max(-1, difference - Math.hypot(p1 - one.lower, two.upper - p2)),
    upper: Math.min(1, difference + Math.hypot(one.upper - p1, p2 - two.lower)),
  });
}
