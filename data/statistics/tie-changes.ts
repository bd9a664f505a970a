/** The active ties of one collective in one year, by any lasting name of the ally. */
export type ActiveTies = ReadonlySet<string>;

/** What became of the ties of the same collectives between two years. */
export interface TieChanges {
  /** Collectives whose ties were reported in both years. */
  readonly matched: number;
  readonly kept: number;
  readonly gained: number;
  readonly lost: number;
  /** Collectives reported in one of the years only; their ties are in none of the counts. */
  readonly unmatched: number;
}

/**
 * Ties kept, gained and lost between two years, by collective. Only collectives whose ties were reported in both years
 * count: one that was not asked has lost nothing.
 */
export function tieChanges(
  before: ReadonlyMap<string, ActiveTies>,
  after: ReadonlyMap<string, ActiveTies>,
): TieChanges {
  const counts = { matched: 0, kept: 0, gained: 0, lost: 0 };
  for (const [collective, ties] of before) {
    const later = after.get(collective);
    if (!later) continue;
    const kept = [...ties].filter((ally) => later.has(ally)).length;
    counts.matched += 1;
    counts.kept += kept;
    counts.lost += ties.size - kept;
    counts.gained += later.size - kept;
  }
  return { ...counts, unmatched: before.size + after.size - 2 * counts.matched };
}
