import { checkFinite, checkLevel } from "./checks.ts";
import { seededSource, type Uint32Source } from "./random.ts";
import { type Interval, type Refused, refused, type Value, value } from "./result.ts";

/** Fewest collectives that are resampled: with fewer, replicates only repeat each other. */
export const fewestClusters = 10;

/**
 * One collective's part of a ratio `Σ numerator / Σ denominator`: its scores in place of its scores, or its change summed
 * over results of the results matched. The denominator is 0 or more; collectives with 0 are left out.
 */
export interface ClusterTotal {
  readonly numerator: number;
  readonly denominator: number;
}

export interface BootstrapOptions {
  /** Text that fixes the draws, such as the release and the cell: the same seed gives the same interval. */
  readonly seed: string;
  /** How often the collectives are drawn; 2,000 if unspecified. */
  readonly replicates?: number;
  /** Confidence; 0.95 if unspecified. */
  readonly level?: number;
}

export type ClusterBootstrap =
  | Value<Interval & { readonly ratio: number; readonly clusters: number; readonly replicates: number }>
  | Refused<"fewer-than-10-clusters">;

/**
 * Percentile interval of a ratio over several results of the same collectives: whole collectives are drawn with
 * replacement, so scores of one collective stay together. Independent of the order of the collectives. Refused below ten.
 * Efron 1979, Ann. Stat. 7:1-26; Davison and Hinkley 1997, Bootstrap Methods, 3.8 and 5.2.
 */
export function clusterBootstrap(collectives: readonly ClusterTotal[], options: BootstrapOptions): ClusterBootstrap {
  const { seed, replicates = 2000, level = 0.95 } = options;
  checkLevel(level);
  if (!Number.isSafeInteger(replicates) || replicates < 100) throw new RangeError("At least 100 replicates are drawn.");
  for (const { numerator, denominator } of collectives) {
    checkFinite(numerator, "numerator");
    checkFinite(denominator, "denominator");
    if (denominator < 0) throw new RangeError("A denominator must not be negative.");
  }
  const used = collectives.filter(({ denominator }) => denominator > 0).sort(byTotals);
  if (used.length < fewestClusters) return refused("fewer-than-10-clusters");
  const numerators = Float64Array.from(used, ({ numerator }) => numerator);
  const denominators = Float64Array.from(used, ({ denominator }) => denominator);
  const ratios = resampledRatios(numerators, denominators, replicates, seededSource(seed)).sort();
  return value({
    ratio: sum(numerators) / sum(denominators),
    lower: quantile(ratios, (1 - level) / 2),
    upper: quantile(ratios, 1 - (1 - level) / 2),
    clusters: used.length,
    replicates,
  });
}

/**
 * The replicates themselves, in the order drawn: each the ratio of as many clusters as there are, drawn with replacement.
 * No smallest number of clusters here; denominators are above 0.
 */
export function resampledRatios(
  numerators: Float64Array,
  denominators: Float64Array,
  replicates: number,
  next: Uint32Source,
): Float64Array {
  const clusters = numerators.length;
  const perDraw = clusters / 2 ** 32;
  const ratios = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    let numerator = 0;
    let denominator = 0;
    for (let draw = 0; draw < clusters; draw++) {
      const chosen = (next() * perDraw) | 0;
      numerator += numerators[chosen]!;
      denominator += denominators[chosen]!;
    }
    ratios[replicate] = numerator / denominator;
  }
  return ratios;
}

function byTotals(a: ClusterTotal, b: ClusterTotal): number {
  return a.numerator - b.numerator || a.denominator - b.denominator;
}

/** Position (R + 1)·p among R sorted replicates, between neighbours where it is not whole. */
function quantile(sorted: Float64Array, p: number): number {
  const position = Math.min(sorted.length, Math.max(1, (sorted.length + 1) * p));
  const below = sorted[Math.floor(position) - 1]!;
  const above = sorted[Math.ceil(position) - 1]!;
  return below + (position - Math.floor(position)) * (above - below);
}

function sum(values: Float64Array): number {
  return values.reduce((total, each) => total + each, 0);
}
