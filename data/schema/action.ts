import { provenance } from "./provenance.ts";
import { flag, maybe, type RowOf, small, table, text, whole } from "./table.ts";

export const action = table({
  name: "action",
  homes: ["working", "restricted"],
  meaning: "What was done to protect, and how much it contributed to a result.",
  grain: "collective × action × result × period (working store: × report)",
  key: ["collective", "action", "result", "period"],
  columns: {
    collective: text("Pseudonym of the collective."),
    action: text("Framework code AT1-AT5, AN1-AN4."),
    result: maybe(text("Result it worked towards.")),
    country: text("Country, ISO 3166 alpha-3."),
    project: text("Project that reported it."),
    year: small("Calendar year of the period."),
    period: text("Reporting period."),
    score: maybe(small("Ordinal score 0-4 on the action's anchors.")),
    missing: maybe(text("NA, NK, NR, WH or NS where there is no score.")),
    evidence: maybe(small("Evidence grade 0-4.")),
    lead: maybe(text("Who led it.")),
    support: maybe(text("How it was supported.")),
    mode: maybe(text("preventive or emergency.")),
    women: maybe(whole("Women who took part.")),
    men: maybe(whole("Men who took part.")),
    youth: maybe(whole("Young people among them.")),
    contribution_collective: maybe(small("Contribution of the collective, 0-4.")),
    contribution_pi: maybe(small("Contribution of Protection International, 0-4.")),
    contribution_others: maybe(small("Contribution of others, 0-4.")),
    rival_stated: flag("Whether rival explanations were stated."),
    flags: maybe(text("Warnings raised at validation, rule ids separated by spaces.")),
    version: whole("Version that the report declared of itself."),
    ...provenance,
  },
});
export type Action = RowOf<typeof action>;
