import { maybe, type RowOf, small, table, text, whole } from "./table.ts";

export const progress = table({
  name: "progress",
  homes: ["restricted"],
  meaning:
    "Where the collectives of a project stood at their first score of a result, and stand at their latest. Only collectives scored in two years or more can be followed.",
  grain: "project × country × result",
  key: ["project", "country", "result"],
  columns: {
    project: text("Project that reported them."),
    country: text("Country, ISO 3166 alpha-3."),
    result: text("Result code."),
    year_from: maybe(small("Calendar year of the earliest first score; null where none is counted here.")),
    year: maybe(small("Calendar year of the last latest score; null where none is counted here.")),
    n: whole("Collectives followed."),
    baseline: whole("Of them with the result in place (score 3 or 4) at their first score."),
    latest: whole("Likewise at their latest."),
    reached: whole("In place at their latest score, whatever the way there."),
    moved_towards: whole("Not in place, and scored higher than at first."),
    stayed: whole("Not in place, and scored as at first."),
    moved_away: whole("Not in place, and scored lower than at first."),
    elsewhere: whole(
      "Collectives that the project scored in another country too. They are not counted here: where they stand depends on which countries are looked at.",
    ),
  },
});
export type ProgressRow = RowOf<typeof progress>;

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
