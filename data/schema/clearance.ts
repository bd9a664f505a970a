import { maybe, moment, type RowOf, small, table, text } from "./table.ts";

export const clearance = table({
  name: "clearance",
  homes: ["restricted"],
  meaning: "What people decided about making an outcome statement public, and its words that they released.",
  grain: "outcome statement, as last filed",
  key: ["project", "outcome"],
  columns: {
    statement: text("Short name of the statement as last filed; words filed anew have a new one."),
    outcome: text("Code of the outcome, as the project gave it."),
    country: text("Country, ISO 3166 alpha-3."),
    project: text("Project that reported it."),
    year: small("Calendar year of the period."),
    decision: maybe(text("cleared or refused; null while it waits.")),
    decided_at: maybe(moment("When that was decided.")),
    who: maybe(text("Who changed; null until these words are released.")),
    what: maybe(text("What changed; null until these words are released.")),
    significance: maybe(text("Why it matters; null until these words are released.")),
  },
});
export type Clearance = RowOf<typeof clearance>;
