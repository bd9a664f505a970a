import { provenance } from "./provenance.ts";
import { flag, maybe, type RowOf, small, table, text, whole } from "./table.ts";

export const outcomeStatement = table({
  name: "outcome_statement",
  homes: ["working", "restricted"],
  meaning: "A change in what somebody does; its words are held apart until a person clears them.",
  grain: "project × outcome (working store: × report)",
  key: ["project", "outcome"],
  columns: {
    outcome: text("Code of the outcome, as the project gave it."),
    collective: maybe(text("Pseudonym of the collective.")),
    country: text("Country, ISO 3166 alpha-3."),
    project: text("Project that reported it."),
    year: small("Calendar year of the period."),
    period: text("Reporting period."),
    direction: text("positive, negative or mixed."),
    result: maybe(text("Result it speaks of.")),
    contribution_collective: maybe(small("Contribution of the collective, 0-4.")),
    contribution_pi: maybe(small("Contribution of Protection International, 0-4.")),
    contribution_others: maybe(small("Contribution of others, 0-4.")),
    rival_stated: flag("Whether rival explanations were stated."),
    substantiated: maybe(flag("Whether somebody independent confirmed it.")),
    flags: maybe(text("Warnings raised at validation, rule ids separated by spaces.")),
    version: whole("Version that the report declared of itself."),
    ...provenance,
    intended: maybe(flag("Whether the project worked towards it.")),
    substantiator: maybe(text("What kind of independent actor confirmed it.")),
  },
});
export type OutcomeStatement = RowOf<typeof outcomeStatement>;
