import { checkPositive, checkShare } from "./checks.ts";
import { type Band, type Interval, type Refused, refused, type Value, value } from "./result.ts";

/** The 97.5th percentile of the standard normal distribution: two-sided 95%. */
export const z95 = 1.959963984540054;

export type WilsonInterval = Value<Interval> | Refused<"no-scores">;

/**
 * Wilson's score interval of a share k/n, 95% unless another `z` is given. Ends lie in [0, 1] and enclose k/n; k = 0 gives
 * a lower end of exactly 0 and k = n an upper end of exactly 1. Refused without scores.
 * Wilson 1927, J. Am. Stat. Assoc. 22; method 3 of Newcombe 1998, Stat. Med. 17:857-872.
 */
export function wilson(k: number, n: number, z = z95): WilsonInterval {
  checkShare({ k, n });
  checkPositive(z, "z");
  return n === 0 ? refused("no-scores") : value(scoreInterval(k, n, z));
}

/**
 * The interval that stands beside a banded share: from the lower Wilson bound at the fewest in place to the upper at the
 * most, n taken at the end of its band that widens the interval. It holds the Wilson interval of every pair of counts
 * that the bands allow, and uses nothing but the bands. Refused where n can only be 0.
 */
export function wilsonOfBands(share: { readonly k: Band; readonly n: Band }, z = z95): WilsonInterval {
  const [kLo, kHi] = share.k;
  const [nLo, nHi] = share.n;
  checkShare({ k: kLo, n: nHi });
  checkShare({ k: kLo, n: kHi });
  checkShare({ k: nLo, n: nHi });
  checkPositive(z, "z");
  if (nHi === 0) return refused("no-scores");
  const { lower } = scoreInterval(kLo, nHi, z);
  const most = Math.min(kHi, nHi);
  const { upper } = scoreInterval(most, Math.max(nLo, most, 1), z);
  return value({ lower, upper });
}

/** The formula itself. `k` and `n` may be fractions, as when n is divided by a design effect; `0 <= k <= n`, `n > 0`. */
export function scoreInterval(k: number, n: number, z: number): Interval {
  const p = k / n;
  const z2 = z * z;
  const centre = p + z2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return {
    lower: k === 0 ? 0 : Math.min(p, Math.max(0, (centre - half) / scale)),
    upper: k === n ? 1 : Math.max(p, Math.min(1, (centre + half) / scale)),
  };
}
