import { checkFinite } from "./checks.ts";
import { type Refused, refused, type Value, value } from "./result.ts";

/** How two different scores are compared: as merely different, by their order, or by their distance. */
export type Metric = "nominal" | "ordinal" | "interval";

export type Agreement =
  | Value<{
      /** 1 for perfect agreement, 0 for what chance would give, below 0 for systematic disagreement. */
      readonly alpha: number;
      /** Units (collective × result × period) that at least two raters scored; the others say nothing. */
      readonly units: number;
      /** Scores in those units. */
      readonly scores: number;
    }>
  | Refused<"no-unit-scored-twice" | "all-scores-alike">;

/**
 * Krippendorff's alpha: how far raters agree beyond chance. One array a rater, one position a unit, null where that rater
 * gave no score; any number of raters. Refused where no unit has two scores, and where all scores are alike, since
 * agreement cannot then be told from a scale used in one way only.
 * Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; 2019, Content Analysis, 4th ed., ch. 12.
 */
export function krippendorffAlpha(
  raters: readonly (readonly (number | null)[])[],
  metric: Metric = "ordinal",
): Agreement {
  const units = unitsOf(raters).filter((unit) => unit.length >= 2);
  if (units.length === 0) return refused("no-unit-scored-twice");
  const levels = [...new Set(units.flat())].sort((a, b) => a - b);
  if (levels.length === 1) return refused("all-scores-alike");
  const counts = levels.map((level) => units.flat().filter((score) => score === level).length);
  const distance = distances(levels, counts, metric);
  const scores = counts.reduce((sum, count) => sum + count, 0);
  const observed = units.reduce(
    (sum, unit) => sum + disagreement(countsIn(unit, levels), distance) / (unit.length - 1),
    0,
  );
  const expected = disagreement(counts, distance) / (scores - 1);
  return value({ alpha: 1 - observed / expected, units: units.length, scores });
}

function unitsOf(raters: readonly (readonly (number | null)[])[]): number[][] {
  const width = Math.max(0, ...raters.map((rater) => rater.length));
  return Array.from({ length: width }, (_, unit) => {
    const scores = raters.map((rater) => rater[unit] ?? null).filter((score) => score !== null);
    for (const score of scores) checkFinite(score, "A score");
    return scores;
  });
}

/** Squared differences between every two levels. */
function distances(levels: readonly number[], counts: readonly number[], metric: Metric): number[][] {
  return levels.map((a, i) =>
    levels.map((b, j) => {
      if (i === j) return 0;
      if (metric === "nominal") return 1;
      if (metric === "interval") return (a - b) ** 2;
      const between = counts.slice(Math.min(i, j), Math.max(i, j) + 1).reduce((sum, count) => sum + count, 0);
      return (between - (counts[i]! + counts[j]!) / 2) ** 2;
    }),
  );
}

/** Sum of the squared differences over all ordered pairs of scores. */
function disagreement(counts: readonly number[], distance: readonly (readonly number[])[]): number {
  return counts.reduce((sum, a, i) => sum + counts.reduce((inner, b, j) => inner + a * b * distance[i]![j]!, 0), 0);
}

function countsIn(unit: readonly number[], levels: readonly number[]): number[] {
  return levels.map((level) => unit.filter((score) => score === level).length);
}
