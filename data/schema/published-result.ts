import { provenance } from "./provenance.ts";
import { maybe, type RowOf, real, small, table, text } from "./table.ts";

export const publishedResult = table({
  name: "published_result",
  homes: ["working", "restricted", "public"],
  meaning: "A result that another publisher reports in its own framework, kept apart from collectives' scores.",
  grain: "row as filed",
  key: ["report", "sheet", "row"],
  columns: {
    publisher: text("IATI organisation identifier of the publisher where it has one, else its name."),
    activity: text("Activity identifier as filed, or unknown."),
    country: maybe(text("Country, ISO 3166 alpha-3; null for regional and global activities.")),
    year: maybe(small("Year in which the reporting period ends.")),
    result_type: text(
      "IATI result type: 1 output, 2 outcome, 3 impact, 9 other; unknown where the code filed is none.",
    ),
    result_title: maybe(text("Title of the result the indicator belongs to.")),
    indicator: text("Indicator title as filed."),
    titles: maybe(text("Indicator titles by language (JSON); the activity's own language goes by an empty name.")),
    item: maybe(text("Result of our framework that the publisher's indicator reference names (ST1-EX7).")),
    measure: text("ordinal, count, percentage or qualitative; unknown where the code filed is none."),
    disaggregation: maybe(text("Disaggregation as filed, 'name: value' parts joined by '; '.")),
    location: maybe(text("Locations of the figure as filed, references joined by '; '.")),
    period_start: maybe(text("First day of the reporting period (ISO 8601).")),
    period_end: maybe(text("Last day of the reporting period (ISO 8601).")),
    baseline_year: maybe(small("Year of the baseline.")),
    baseline: maybe(real("Baseline as a number; null where none was filed or it is no number.")),
    target: maybe(real("Target as a number, likewise.")),
    actual: maybe(real("Actual as a number, likewise.")),
    baseline_text: maybe(text("Baseline as filed.")),
    target_text: maybe(text("Target as filed.")),
    actual_text: maybe(text("Actual as filed.")),
    missing: maybe(text("Why there is no actual, where the source has a word for it: NA, NK, NR, WH or NS.")),
    path: maybe(text("XPath of the element in the file, where it is XML.")),
    flags: maybe(text("Warnings raised at validation, rule ids separated by spaces.")),
    ...provenance,
  },
});
export type PublishedResult = RowOf<typeof publishedResult>;
