/** A figure that a method does not give, and why. Expected, so it is a value: only a programmer's mistake throws. */
export interface Refused<Reason extends string> {
  readonly kind: "refused";
  readonly reason: Reason;
}

/** A figure that a method gives. */
export type Value<T> = { readonly kind: "value" } & T;

/** Lower and upper end of an interval, in the unit of the figure it belongs to; `lower <= upper`. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Lowest and highest count that a published band allows. An exact count has both ends equal. */
export type Band = readonly [lo: number, hi: number];

/** k of n: `k` collectives in place, or successes of another kind, among `n`; whole numbers, `0 <= k <= n`. */
export interface Share {
  readonly k: number;
  readonly n: number;
}

export function value<T extends object>(figure: T): Value<T> {
  return { kind: "value", ...figure };
}

export function refused<Reason extends string>(reason: Reason): Refused<Reason> {
  return { kind: "refused", reason };
}

/** True when a method gave no figure. */
export function isRefused<T extends { readonly kind: "value" | "refused" }>(
  result: T,
): result is Extract<T, { readonly kind: "refused" }> {
  return result.kind === "refused";
}
