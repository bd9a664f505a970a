import { checkFinite } from "./checks.ts";
import { type Refused, refused, type Value, value } from "./result.ts";
import { checkSize, type EmptyStratum } from "./standardisation.ts";

/** Size of a stratum in a group, in any unit, and the rate in it; the rate is null exactly where the size is 0. */
export interface StratumRate {
  readonly size: number;
  readonly rate: number | null;
}

export interface StratumPair {
  readonly stratum: string;
  readonly first: StratumRate;
  readonly second: StratumRate;
}

export type Kitagawa =
  | Value<{
      /** Crude rates of the two groups. */
      readonly crude: readonly [first: number, second: number];
      /** Second minus first: `composition + rate`. */
      readonly difference: number;
      /** Part due to another mix of strata, rates held at their average. */
      readonly composition: number;
      /** Part due to other rates, the mix held at its average. */
      readonly rate: number;
      /** Share of each stratum in the two groups, to be shown with the figure. */
      readonly weights: readonly { readonly stratum: string; readonly first: number; readonly second: number }[];
    }>
  | EmptyStratum
  | Refused<"no-strata">;

/**
 * How much of the difference between two groups (or years) comes from their mix of strata, and how much from their rates.
 * A stratum absent from both is left out; refused when one is absent from a single group, which has no rate there.
 * Kitagawa 1955, J. Am. Stat. Assoc. 50:1168-1194; Das Gupta 1993, Standardization and Decomposition of Rates.
 */
export function kitagawa(strata: readonly StratumPair[]): Kitagawa {
  for (const { first, second } of strata) for (const group of [first, second]) checkStratum(group);
  const used = strata.filter(({ first, second }) => first.size > 0 || second.size > 0);
  if (used.length === 0) return refused("no-strata");
  const empty = used.filter(({ first, second }) => first.size === 0 || second.size === 0);
  if (empty.length > 0) return { ...refused("empty-stratum"), strata: empty.map(({ stratum }) => stratum) };
  const totals = [sum(used, ({ first }) => first.size), sum(used, ({ second }) => second.size)] as const;
  const parts = used.map(({ stratum, first, second }) => ({
    stratum,
    weights: [first.size / totals[0], second.size / totals[1]] as const,
    rates: [first.rate!, second.rate!] as const,
  }));
  const crude = [
    sum(parts, ({ weights, rates }) => weights[0] * rates[0]),
    sum(parts, ({ weights, rates }) => weights[1] * rates[1]),
  ] as const;
  return value({
    crude,
    difference: crude[1] - crude[0],
    composition: sum(parts, ({ weights: w, rates: r }) => ((w[1] - w[0]) * (r[0] + r[1])) / 2),
    rate: sum(parts, ({ weights: w, rates: r }) => ((r[1] - r[0]) * (w[0] + w[1])) / 2),
    weights: parts.map(({ stratum, weights: [first, second] }) => ({ stratum, first, second })),
  });
}

function checkStratum({ size, rate }: StratumRate): void {
  checkSize(size);
  if (size > 0 && rate === null) throw new RangeError("A stratum with somebody in it has a rate.");
  if (rate !== null) checkFinite(rate, "rate");
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
