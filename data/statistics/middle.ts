/** The two middle values of levels in any order, equal where their number is odd; never averaged. Null without any. */
export function middleOf(levels: readonly number[]): readonly [lower: number, upper: number] | null {
  if (levels.length === 0) return null;
  const sorted = [...levels].sort((a, b) => a - b);
  return [sorted[Math.ceil(sorted.length / 2) - 1] as number, sorted[Math.floor(sorted.length / 2)] as number];
}

/** How many levels a score lies outside a range: 0 inside it. */
export function levelsApart(score: number, [lower, upper]: readonly [lower: number, upper: number]): number {
  return Math.max(0, lower - score, score - upper);
}
