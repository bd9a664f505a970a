import { provenance } from "./provenance.ts";
import { maybe, type RowOf, table, text } from "./table.ts";

export const publishedDimension = table({
  name: "published_dimension",
  homes: ["working", "restricted", "public"],
  meaning: "A dimension by which another publisher breaks down a baseline, target or actual (IATI).",
  grain: "dimension element as filed",
  key: ["report", "sheet", "row"],
  columns: {
    publisher: text("IATI organisation identifier of the publisher where it has one, else its name; else unknown."),
    activity: text("Activity identifier as filed, or unknown."),
    indicator: maybe(text("Indicator title as filed.")),
    period_start: maybe(text("First day of the period as filed; null for baselines.")),
    period_end: maybe(text("Last day of the period as filed; null for baselines.")),
    part: text("What is broken down: baseline, target or actual."),
    figure: maybe(text("The figure broken down, as filed.")),
    name: maybe(text("Name of the dimension, such as sex.")),
    value: maybe(text("Value of the dimension, such as female.")),
    path: maybe(text("XPath of the element in the file.")),
    ...provenance,
  },
});
export type PublishedDimension = RowOf<typeof publishedDimension>;
