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
    year_from: maybe(small("Calendar year of the earliest of the first scores; null where none is counted here.")),
    year: maybe(small("Calendar year of the last of the latest scores; null where none is counted here.")),
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
