import { flag, type RowOf, small, table, text, texts } from "./table.ts";

export const yearTrait = table({
  name: "year_trait",
  homes: ["restricted"],
  meaning:
    "What is so of a scored collective in a year, or is not: an action reported, a capacity in place, an active tie at a level, pressure. No row where nothing was told.",
  grain: "collective × trait × year",
  key: ["collective", "country", "trait", "year"],
  columns: {
    collective: text("Pseudonym of the collective."),
    trait: text("Code of the trait."),
    country: text("Country, ISO 3166 alpha-3."),
    projects: texts("Projects that reported it."),
    year: small("Calendar year."),
    type: text("Principal type of the collective."),
    holds: flag("Whether it is so."),
  },
});
export type YearTrait = RowOf<typeof yearTrait>;
