import { fairCoinCdf } from "./fair-coin.ts";
import { type Interval, type Refused, refused, type Value, value } from "./result.ts";
import { type Distribution, sizeOf } from "./tally.ts";

/** Fewest scores for which two of them enclose the median with 95% confidence. */
export const fewestForMedianInterval = 6;

export type Median = Value<Interval> | Refused<"no-scores">;

/**
 * The lower and the upper median of ordinal scores: the two middle ones, equal when n is odd. They are never averaged: the
 * middle of 2 and 4 is not 3, since distances between levels mean nothing. Refused without scores.
 */
export function median(distribution: Distribution): Median {
  const n = sizeOf(distribution);
  if (n === 0) return refused("no-scores");
  return value({
    lower: scoreAtRank(distribution, Math.ceil(n / 2)),
    upper: scoreAtRank(distribution, Math.floor(n / 2) + 1),
  });
}

export type MedianInterval =
  | Value<
      Interval & {
        /** Ranks, counted from 1, of the two scores that are the ends. */
        readonly ranks: readonly [number, number];
        /** Confidence reached, at least 0.95; more for tied scores. */
        readonly coverage: number;
      }
    >
  | Refused<"fewer-than-6">;

/**
 * 95% interval of the median, from one observed score to another: the largest rank r with 2·P(X < r) <= 0.05 for X counting
 * heads in n tosses, and its mirror image. Refused below six scores. Conover 1999, Practical Nonparametric Statistics 3.2.
 */
export function medianInterval(distribution: Distribution): MedianInterval {
  const n = sizeOf(distribution);
  const ranks = medianRanks(n);
  if (ranks === null) return refused("fewer-than-6");
  const [lower, upper] = ranks;
  return value({
    lower: scoreAtRank(distribution, lower),
    upper: scoreAtRank(distribution, upper),
    ranks,
    coverage: 1 - 2 * fairCoinCdf(lower - 1, n),
  });
}

/** Ranks of the two scores that enclose the median of n with 95% confidence; null below six. */
export function medianRanks(n: number): readonly [number, number] | null {
  if (n < fewestForMedianInterval) return null;
  let rank = Math.max(1, Math.floor(n / 2 - Math.sqrt(n) - 1));
  while (2 * fairCoinCdf(rank, n) <= 0.05) rank += 1;
  return [rank, n + 1 - rank];
}

function scoreAtRank(distribution: Distribution, rank: number): number {
  let seen = 0;
  return distribution.findIndex((count) => {
    seen += count;
    return seen >= rank;
  });
}
