import { tables } from "@trama/data/schema";
import type { RecordMap, Values } from "./record.ts";
import { aboutCollective } from "./scored.ts";

/** A value of an indicator of the team's own, kept with its measure and never mixed with the 16 results. */
export const localIndicator: RecordMap = {
  table: tables.observation,
  needs: ["project", "country", "period"],
  identity: ["collective", "indicator", "period"],
  toRow: (values, context, place, filing) => ({
    ...aboutCollective(values, context, place, filing),
    indicator: `L:${String(values.indicator)}`,
    result: null,
    dimension: null,
    panel: "accepted",
    rater: null,
    score: null,
    missing: null,
    measure: values.measure,
    value: filedValue(values),
    numerator: values.numerator ?? null,
    denominator: values.denominator ?? null,
    baseline: values.baseline ?? null,
    target: values.target ?? null,
    evidence: values.evidence ?? null,
    tested: null,
    noted: (values.statement ?? null) !== null,
    flags: null,
    revision: 1,
  }),
};

/** The value as filed; of a percentage without one, numerator over denominator in percent. */
function filedValue({ value, measure, numerator, denominator }: Values): number | null {
  if (typeof value === "number") return value;
  if (measure !== "percentage" || typeof numerator !== "number" || typeof denominator !== "number" || denominator === 0)
    return null;
  return (100 * numerator) / denominator;
}
