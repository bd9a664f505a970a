import { observationView } from "./observation-parts.ts";
import { provenance } from "./provenance.ts";
import { flag, maybe, type RowOf, real, small, table, text, whole } from "./table.ts";

export const observation = table({
  name: "observation",
  homes: ["working", "restricted"],
  meaning: "What was reported of a collective under one indicator in one period.",
  grain: "collective × indicator × period × panel × revision",
  key: ["collective", "indicator", "period", "panel", "rater", "revision"],
  columns: {
    collective: text("Pseudonym of the collective."),
    indicator: text("Framework code (ST1, AT3, C2, BO4 …) or a local indicator's code."),
    result: maybe(text("Result code where the indicator is a result, else null.")),
    dimension: maybe(text("spatial-territorial or interaction-networks; null for local indicators.")),
    country: text("Country, ISO 3166 alpha-3."),
    project: text("Project that reported it."),
    year: small("Calendar year of the period."),
    period: text("Reporting period: 2025, 2025-H1 or 2025-Q3."),
    panel: text("Who scored: 'accepted' for the accepted score, else the panel."),
    rater: maybe(text("Pseudonym of the rater, where one is given.")),
    score: maybe(small("Ordinal score 0-4; null where a missing code stands. Zero is a value.")),
    missing: maybe(text("NA, NK, NR, WH or NS where there is no score; never merged, never zero.")),
    measure: maybe(text("ordinal, count, percentage or qualitative, of a local indicator.")),
    numerator: maybe(real("Numerator of a percentage, or pairs of subgroups in contact.")),
    denominator: maybe(real("Denominator of a percentage, or pairs of subgroups possible.")),
    value: maybe(real("Count or percentage of a local indicator.")),
    baseline: maybe(real("Baseline as reported.")),
    target: maybe(real("Target as reported.")),
    evidence: maybe(small("Evidence grade 0-4.")),
    tested: maybe(flag("Whether the result was tested by an event in the period.")),
    noted: flag("Whether words came with the row; they are held until a person releases them."),
    flags: maybe(text("Warnings raised at validation, rule ids separated by spaces.")),
    revision: whole("1 for the first report about this score, higher for each later one."),
    version: whole("Version that the report declared of itself."),
    ...provenance,
  },
  parts: {
    own: ["collective", "score", "missing", "evidence"],
    numbered: { collective: "observation_collective" },
    view: observationView,
  },
});
export type Observation = RowOf<typeof observation>;
