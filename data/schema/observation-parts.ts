import { provenance } from "./provenance.ts";
import { flag, maybe, real, small, table, text, whole } from "./table.ts";

export const observationRow = table({
  name: "observation_row",
  homes: ["working"],
  meaning: "What a row of a report says for itself; the rest is in observation_about and observation_collective.",
  grain: "accepted row of a report",
  key: ["about", "row"],
  columns: {
    collective_number: whole("Number in observation_collective."),
    about: whole("Number in observation_about."),
    score: maybe(small("Ordinal score 0-4; null where a missing code stands. Zero is a value.")),
    missing: maybe(text("NA, NK, NR, WH or NS where there is no score.")),
    evidence: maybe(small("Evidence grade 0-4.")),
    row: whole("Row within the sheet."),
  },
});

export const observationCollective = table({
  name: "observation_collective",
  homes: ["working"],
  meaning: "The collectives that rows of observation_row speak of, numbered anew for each report.",
  grain: "report × collective",
  key: ["collective_number"],
  columns: {
    collective_number: whole("Number, unique in this store."),
    collective: text("Pseudonym of the collective."),
  },
});

export const observationAbout = table({
  name: "observation_about",
  homes: ["working"],
  meaning: "What many rows of a report say alike.",
  grain: "report × combination of what rows share",
  key: ["about"],
  columns: {
    about: whole("Number, unique in this store."),
    indicator: text("Framework code or a local indicator's code."),
    result: maybe(text("Result code where the indicator is a result.")),
    dimension: maybe(text("spatial-territorial or interaction-networks.")),
    country: text("Country, ISO 3166 alpha-3."),
    project: text("Project that reported it."),
    year: small("Calendar year of the period."),
    period: text("Reporting period."),
    panel: text("Who scored."),
    rater: maybe(text("Pseudonym of the rater.")),
    measure: maybe(text("Measure of a local indicator.")),
    numerator: maybe(real("Numerator of a percentage, or pairs of subgroups in contact.")),
    denominator: maybe(real("Denominator of a percentage, or pairs of subgroups possible.")),
    value: maybe(real("Count or percentage of a local indicator.")),
    baseline: maybe(real("Baseline as reported.")),
    target: maybe(real("Target as reported.")),
    tested: maybe(flag("Whether the result was tested by an event in the period.")),
    noted: flag("Whether words came with the row."),
    flags: maybe(text("Warnings raised at validation.")),
    revision: whole("1; numbered when a release is made."),
    version: whole("Version that the report declared of itself."),
    report: provenance.report,
    sheet: provenance.sheet,
    learned_at: provenance.learned_at,
  },
});

export const observationView = `
  SELECT c.collective, a.indicator, a.result, a.dimension, a.country, a.project, a.year, a.period, a.panel, a.rater,
    r.score, r.missing, a.measure, a.numerator, a.denominator, a.value, a.baseline, a.target, r.evidence, a.tested,
    a.noted, a.flags, a.revision, a.version, a.report, a.sheet, r."row", a.learned_at
  FROM observation_row r
  JOIN observation_about a USING (about)
  JOIN observation_collective c USING (collective_number)`;
