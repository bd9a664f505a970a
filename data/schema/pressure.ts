import { provenance } from "./provenance.ts";
import { maybe, type RowOf, small, table, text, whole } from "./table.ts";

export const pressure = table({
  name: "pressure",
  homes: ["working", "restricted"],
  meaning: "How much pressure a collective was under, by kind; nothing of what happened.",
  grain: "collective × kind × period (working store: × report)",
  key: ["collective", "kind", "period"],
  columns: {
    collective: text("Pseudonym of the collective."),
    kind: maybe(text("Kind of pressure, from the code list; null for none, or where it is not said.")),
    level: text("none, low, high or severe."),
    country: text("Country, ISO 3166 alpha-3."),
    project: text("Project that reported it."),
    year: small("Calendar year of the period."),
    period: text("Reporting period."),
    version: whole("Version that the report declared of itself."),
    ...provenance,
  },
});
export type Pressure = RowOf<typeof pressure>;
