import { checkCount, checkFinite, checkLevel } from "./checks.ts";
import { studentCdf, studentQuantile } from "./distributions.ts";
import { type Interval, type Refused, refused, type Value, value } from "./result.ts";
import type { Distribution } from "./tally.ts";

export type RelativeEffect =
  | Value<
      Interval & {
        /** P(X < Y) + ½·P(X = Y), 0 to 1: one half when neither group tends to score higher, more when Y does. */
        readonly effect: number;
        readonly statistic: number;
        /** Satterthwaite's degrees of freedom, rarely whole. */
        readonly df: number;
        /** Two-sided p value of "neither tends to score higher". */
        readonly p: number;
      }
    >
  | (Refused<"no-overlap-to-estimate-from"> & { readonly effect: number })
  | Refused<"fewer-than-2-in-a-group">;

/**
 * Do scores of one group tend to be higher than those of another? Uses the order of scores only. `x` and `y` are scores of
 * different collectives, in any order. Refused below two in a group, and where the groups do not vary against each other
 * (all of one below all of the other, or all equal): the effect is then known and its uncertainty is not.
 * Brunner and Munzel 2000, Biometrical J. 42:17-25.
 */
export function relativeEffect(x: readonly number[], y: readonly number[], level = 0.95): RelativeEffect {
  for (const score of [...x, ...y]) checkFinite(score, "A score");
  const levels = [...new Set([...x, ...y])].sort((a, b) => a - b);
  const position = new Map(levels.map((score, index) => [score, index]));
  return effectOfCounts(countsOf(x, position), countsOf(y, position), level);
}

/** The same from two distributions of scores 0 to 4. */
export function relativeEffectOfDistributions(x: Distribution, y: Distribution, level = 0.95): RelativeEffect {
  for (const count of [...x, ...y]) checkCount(count, "A count of scores");
  return effectOfCounts(x, y, level);
}

function effectOfCounts(x: readonly number[], y: readonly number[], level: number): RelativeEffect {
  checkLevel(level);
  const nx = total(x);
  const ny = total(y);
  if (nx < 2 || ny < 2) return refused("fewer-than-2-in-a-group");
  const belowX = placements(x, y);
  const belowY = placements(y, x);
  const effect = mean(y, belowY, ny) / nx;
  const varX = variance(x, belowX, nx) / (nx * ny * ny);
  const varY = variance(y, belowY, ny) / (ny * nx * nx);
  if (varX + varY === 0) return { ...refused("no-overlap-to-estimate-from"), effect };
  const error = Math.sqrt(varX + varY);
  const statistic = (effect - 0.5) / error;
  const df = (varX + varY) ** 2 / (varX ** 2 / (nx - 1) + varY ** 2 / (ny - 1));
  const half = studentQuantile(1 - (1 - level) / 2, df) * error;
  return value({
    effect,
    lower: Math.max(0, effect - half),
    upper: Math.min(1, effect + half),
    statistic,
    df,
    p: Math.min(1, 2 * studentCdf(-Math.abs(statistic), df)),
  });
}

/** For each level: how many of the other group lie below it, those level with it counting half. */
function placements(own: readonly number[], other: readonly number[]): readonly number[] {
  let below = 0;
  return own.map((_, level) => {
    const here = other[level]!;
    below += here;
    return below - here / 2;
  });
}

function mean(counts: readonly number[], values: readonly number[], n: number): number {
  return counts.reduce((sum, count, level) => sum + count * values[level]!, 0) / n;
}

function variance(counts: readonly number[], values: readonly number[], n: number): number {
  const centre = mean(counts, values, n);
  return counts.reduce((sum, count, level) => sum + count * (values[level]! - centre) ** 2, 0) / (n - 1);
}

function countsOf(scores: readonly number[], position: ReadonlyMap<number, number>): number[] {
  const counts = new Array<number>(position.size).fill(0);
  for (const score of scores) counts[position.get(score)!]! += 1;
  return counts;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
