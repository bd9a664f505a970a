import { maybe, type RowOf, small, table, text } from "./table.ts";

export const yearScore = table({
  name: "year_score",
  homes: ["restricted"],
  meaning:
    "The one score that counts for a year: of the latest-ending period with a score, else the latest missing code. What every share is counted from.",
  grain: "collective × result × year",
  key: ["collective", "result", "year"],
  columns: {
    collective: text("Pseudonym of the collective."),
    result: text("Result code."),
    country: text("Country, ISO 3166 alpha-3."),
    project: text("Project that reported it."),
    year: small("Calendar year."),
    score: maybe(small("Accepted ordinal score 0-4; null where a missing code stands. Zero is a value.")),
    missing: maybe(text("NA, NK, NR, WH or NS where there is no score.")),
    evidence: maybe(small("Evidence grade 0-4.")),
    framework_version: text("Version of the measurement framework the row was read with."),
    type: text("Principal type of the collective."),
    formality: text("structured, informal or unknown."),
    setting: text("rural, urban, mixed or unknown."),
  },
});
export type YearScore = RowOf<typeof yearScore>;
