import { type Median, median } from "./median.ts";
import { type Interval, type Refused, refused, type Share, type Value, value } from "./result.ts";
import { type Distribution, inPlaceOf, sizeOf } from "./tally.ts";
import { wilson } from "./wilson.ts";

export type Headline =
  | Value<
      Share & {
        /** k/n, from 0 to 1: the share of scored collectives that have the result in place. */
        readonly share: number;
        /** Wilson's 95% interval of the share. */
        readonly interval: Interval;
        readonly median: Interval;
        readonly distribution: Distribution;
      }
    >
  | Refused<"no-scores">;

/**
 * Everything that stands together when a result is shown: share in place with n, k and interval, median and the full
 * distribution. Refused without scores, which is not a share of zero.
 */
export function headline(distribution: Distribution): Headline {
  const n = sizeOf(distribution);
  const k = inPlaceOf(distribution);
  const interval = wilson(k, n);
  const middle: Median = median(distribution);
  if (interval.kind === "refused" || middle.kind === "refused") return refused("no-scores");
  return value({
    n,
    k,
    share: k / n,
    interval: { lower: interval.lower, upper: interval.upper },
    median: { lower: middle.lower, upper: middle.upper },
    distribution,
  });
}
