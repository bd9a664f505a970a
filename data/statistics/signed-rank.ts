import { checkFinite } from "./checks.ts";
import { normalCdf } from "./distributions.ts";
import { type Refused, refused, type Value, value } from "./result.ts";

export type SignedRank =
  | Value<{
      /** V: sum of the ranks of the positive differences. */
      readonly v: number;
      /** Two-sided p value. */
      readonly p: number;
      /** Pairs that differ; the others say nothing about direction. */
      readonly pairs: number;
      /** True when p comes from the exact distribution: fewer than 50 pairs, none tied, none equal. */
      readonly exact: boolean;
    }>
  | Refused<"no-pair-differs">;

/**
 * Wilcoxon's signed rank test of first minus second over matched pairs, for quantities whose differences can be compared
 * (counts, percentages). Not for scores 0 to 4, where 0→1 and 3→4 are not the same step: use `transitions` and
 * `exactMcnemar` there. Otherwise a normal approximation with correction for ties and continuity, as in R's wilcox.test.
 * Refused when no pair differs. Wilcoxon 1945, Biometrics Bulletin 1:80-83.
 */
export function signedRank(pairs: readonly (readonly [first: number, second: number])[]): SignedRank {
  for (const each of pairs.flat()) checkFinite(each, "A measurement");
  const differences = pairs.map(([first, second]) => first - second).filter((difference) => difference !== 0);
  const n = differences.length;
  if (n === 0) return refused("no-pair-differs");
  const { ranks, tieTerm } = midranks(differences.map(Math.abs));
  const v = ranks.reduce((sum, rank, index) => sum + (differences[index]! > 0 ? rank : 0), 0);
  const exact = n < 50 && tieTerm === 0 && n === pairs.length;
  return value({ v, p: exact ? exactP(v, n) : normalP(v, n, tieTerm), pairs: n, exact });
}

function midranks(sizes: readonly number[]): { ranks: number[]; tieTerm: number } {
  const order = sizes.map((size, index) => ({ size, index })).sort((a, b) => a.size - b.size);
  const ranks = new Array<number>(sizes.length);
  let tieTerm = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && order[end]!.size === order[start]!.size) end += 1;
    for (const { index } of order.slice(start, end)) ranks[index] = (start + end + 1) / 2;
    tieTerm += (end - start) ** 3 - (end - start);
    start = end;
  }
  return { ranks, tieTerm };
}

/** Counts, for every sum, the sets of ranks 1 to n that add up to it; all 2ⁿ sets are equally likely. */
function exactP(v: number, n: number): number {
  const most = (n * (n + 1)) / 2;
  const ways = new Float64Array(most + 1);
  ways[0] = 1;
  for (let rank = 1; rank <= n; rank++) for (let sum = most; sum >= rank; sum--) ways[sum]! += ways[sum - rank]!;
  const tail = ways.slice(0, Math.min(v, most - v) + 1).reduce((sum, each) => sum + each, 0);
  return Math.min(1, (2 * tail) / 2 ** n);
}

function normalP(v: number, n: number, tieTerm: number): number {
  const centred = v - (n * (n + 1)) / 4;
  const spread = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm / 48);
  return Math.min(1, 2 * normalCdf(-Math.max(0, Math.abs(centred) - 0.5) / spread));
}
