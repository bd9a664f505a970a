import { provenance } from "./provenance.ts";
import { day, maybe, type RowOf, small, table, text, whole } from "./table.ts";

export const target = table({
  name: "target",
  homes: ["working", "restricted"],
  meaning:
    "How many collectives a project means to have a result in place by a year; revised targets keep the old one.",
  grain: "project × result × year × revision",
  key: ["project", "result", "year", "revision"],
  columns: {
    project: text("Project code."),
    country: text("Country, ISO 3166 alpha-3."),
    result: text("Result code."),
    year: small("Year the target is due."),
    baseline: maybe(whole("Collectives that had it in place when the target was set.")),
    k: whole("Collectives meant to have the result in place (score 3 or 4)."),
    n: whole("Collectives the target speaks of."),
    set_on: maybe(day("When the target was set.")),
    reason: maybe(text("Why it was set or revised.")),
    revision: whole("1 for the first target, higher for each revision."),
    version: whole("Version that the report declared of itself."),
    ...provenance,
  },
});
export type Target = RowOf<typeof target>;
