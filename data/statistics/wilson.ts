const z95 = 1.959963984540054;

/** Lower and upper end of an interval of a share, both within 0-1. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** 95% Wilson score interval of a share k/n (Wilson 1927). k = 0 gives exactly 0 below, k = n exactly 1 above; n ≥ 1. */
export function wilson(k: number, n: number): Interval {
  const p = k / n;
  const z2 = z95 * z95;
  const middle = p + z2 / (2 * n);
  const half = z95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return {
    lo: k === 0 ? 0 : Math.max(0, (middle - half) / scale),
    hi: k === n ? 1 : Math.min(1, (middle + half) / scale),
  };
}
