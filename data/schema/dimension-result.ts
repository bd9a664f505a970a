import { maybe, type RowOf, small, table, text } from "./table.ts";

const columns = {
  collective: text("Pseudonym of the collective."),
  result: text("Result code."),
  subdimension: maybe(text("internal or external for interaction networks; null for territory.")),
  country: text("Country, ISO 3166 alpha-3."),
  project: text("Project that reported it."),
  year: small("Calendar year of the period."),
  period: text("Reporting period."),
  score: maybe(small("Accepted ordinal score 0-4; null where a missing code stands. Zero is a value.")),
  missing: maybe(text("NA, NK, NR, WH or NS where there is no score.")),
  evidence: maybe(small("Evidence grade 0-4.")),
  label: text("Label of the result in English."),
};

export const spatialTerritorialResult = table({
  name: "spatial_territorial_result",
  homes: ["restricted"],
  meaning: "Accepted scores of the spatial-territorial results ST1-ST5, latest revision.",
  grain: "collective × result × period",
  key: ["collective", "result", "period"],
  columns,
});

export const interactionNetworkResult = table({
  name: "interaction_network_result",
  homes: ["restricted"],
  meaning: "Accepted scores of the interaction-network results IN1-IN4 and EX1-EX7, latest revision.",
  grain: "collective × result × period",
  key: ["collective", "result", "period"],
  columns,
});
export type DimensionResult = RowOf<typeof spatialTerritorialResult>;
