export type Ends = readonly [lo: number, hi: number];

/** Which way a change went: told only where the whole range lies on one side of zero. */
export type Direction = "rose" | "fell" | "open" | "none";

/** Where the difference between two shares lies, each known as a band: from the least it can be to the most. */
export function outerDifference(before: Ends, after: Ends): Ends {
  return [after[0] - before[1], after[1] - before[0]];
}

/** Rising or falling is said only of what no figure within the bands contradicts. */
export function directionIn(change: Ends | null): Direction {
  if (!change) return "none";
  const [lo, hi] = change;
  if (lo > 0) return "rose";
  return hi < 0 ? "fell" : "open";
}

/** The scale of a chart of differences around zero: as wide as the widest of them, a fifth at least. */
export function differenceScale(changes: readonly (Ends | null)[]): { readonly end: number; readonly ticks: number[] } {
  const reach = Math.min(1, Math.max(0.2, ...changes.flatMap((change) => (change ? change.map(Math.abs) : []))));
  const end = Math.ceil(reach * 10) / 10;
  const step = end > 0.6 ? 0.5 : end > 0.3 ? 0.25 : 0.1;
  return { end, ticks: [-2, -1, 0, 1, 2].map((at) => at * step).filter((at) => Math.abs(at) <= end) };
}
