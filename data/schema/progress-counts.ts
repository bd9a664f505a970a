/**
 * The counts of a `progress` row as SQL, over rows with a collective's `baseline` and `latest` score: the classes of
 * `progressClass` for the level at which a result is in place. `which` says which rows are counted.
 */
export function progressCounts(inPlaceFrom: number, which = "true"): string {
  const short = `latest < ${inPlaceFrom}`;
  const counts: Readonly<Record<string, string>> = {
    n: "true",
    baseline: `baseline >= ${inPlaceFrom}`,
    latest: `latest >= ${inPlaceFrom}`,
    reached: `latest >= ${inPlaceFrom}`,
    moved_towards: `${short} AND latest > baseline`,
    stayed: `${short} AND latest = baseline`,
    moved_away: `${short} AND latest < baseline`,
  };
  return Object.entries(counts)
    .map(([name, condition]) => `count(*) FILTER (${which} AND ${condition})::INTEGER AS ${name}`)
    .join(", ");
}
