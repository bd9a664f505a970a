import { maybe, type RowOf, real, small, table, text, texts, whole } from "./table.ts";

const columns = {
  release: whole("Release that holds this row."),
  audience: text("'open', or the code of the donor it was made for."),
  download: text("Address of the download that carries the cell, relative to the release."),
  figure: text("What the cell counts: collectives, in_place, distribution, trait, …"),
  indicator: maybe(text("Indicator code; equals result for the 16 results, the trait's code for a trait.")),
  result: maybe(text("Result code.")),
  dimension: maybe(text("spatial-territorial or interaction-networks.")),
  sub_dimension: maybe(text("internal or external.")),
  country: maybe(text("Country, ISO 3166 alpha-3; null means all.")),
  region: maybe(text("Region; set for countries too; null means the world.")),
  year: small("Calendar year."),
  year_from: maybe(small("First year of a matched comparison; null for a single year.")),
  presence: text("all, stayers, joiners or leavers."),
  type: maybe(text("Collective type; null means all.")),
  formality: maybe(text("Formality; null means all.")),
  setting: maybe(text("Setting; null means all.")),
  panel: maybe(text("Panel; null means the accepted score.")),
  funder: maybe(text("Donor; null means all.")),
  project: maybe(text("Project; null means all.")),
  grant_code: maybe(text("Grant; null means all.")),
  score_from: maybe(small("Lowest score of a class of the distribution.")),
  score_to: maybe(small("Highest score of a class of the distribution.")),
  status: text("value, withheld, no-data or not-applicable."),
  n_lo: maybe(whole("Collectives with a score, lower end.")),
  n_hi: maybe(whole("Collectives with a score, upper end.")),
  k_lo: maybe(
    whole("Collectives with the result in place (score 3 or 4), in the class, or of which the trait is so; lower end."),
  ),
  k_hi: maybe(whole("Likewise, upper end.")),
  share_lo: maybe(real("k / n, lower end, 0-1.")),
  share_hi: maybe(real("k / n, upper end, 0-1.")),
  interval_lo: maybe(real("95% Wilson interval, lower bound at k_lo, 0-1.")),
  interval_hi: maybe(real("95% Wilson interval, upper bound at k_hi, 0-1.")),
  median_lo: maybe(small("Lower median score, 0-4.")),
  median_hi: maybe(small("Upper median score, 0-4.")),
  flags: texts("Cautions that go with the figure."),
  as_of: whole("Release in which the row last changed."),
};

const key = [
  "release",
  "audience",
  "figure",
  "indicator",
  "dimension",
  "sub_dimension",
  "country",
  "region",
  "year",
  "year_from",
  "presence",
  "type",
  "formality",
  "setting",
  "panel",
  "funder",
  "project",
  "grant_code",
  "score_from",
  "score_to",
] as const;

export const cell = table({
  name: "cell",
  homes: ["restricted", "public", "donor"],
  meaning:
    "A candidate figure, published or withheld; null in a condition means all, unknown is the literal 'unknown'.",
  grain: "figure × conditions",
  key,
  columns,
});
export type Cell = RowOf<typeof cell>;

/** The columns that hold a cell's figure. */
export const measures = [
  ...(["n_lo", "n_hi", "k_lo", "k_hi", "share_lo", "share_hi"] as const),
  ...(["interval_lo", "interval_hi", "median_lo", "median_hi"] as const),
] as const satisfies readonly (keyof Cell)[];

export const cellHistory = table({
  name: "cell_history",
  homes: ["public", "donor"],
  meaning: "The cells of every release still kept, this one included.",
  grain: "release × figure × conditions",
  key,
  columns,
});
