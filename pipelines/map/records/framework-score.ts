import { findItem } from "@trama/data/framework";
import { tables } from "@trama/data/schema";
import type { Scored } from "../parse-field.ts";
import type { RecordMap } from "./record.ts";
import { aboutCollective } from "./scored.ts";

/** A capacity or an item of the fabric, scored on its anchors like a result. */
export const frameworkScore: RecordMap = {
  table: tables.observation,
  needs: ["project", "country", "period"],
  identity: ["collective", "indicator", "period", "panel"],
  toRow: (values, context, place, filing) => {
    const indicator = String(values.capacity ?? values.item);
    const { score, missing } = values.score as Scored;
    return {
      ...aboutCollective(values, context, place, filing),
      indicator,
      result: null,
      dimension: findItem(indicator)?.dimension ?? null,
      panel: values.panel ?? "accepted",
      rater: null,
      score,
      missing,
      measure: "ordinal",
      value: null,
      numerator: values.pairs_in_contact ?? null,
      denominator: values.pairs_possible ?? null,
      baseline: null,
      target: null,
      evidence: values.evidence ?? null,
      tested: null,
      noted: (values.note ?? null) !== null,
      flags: null,
      revision: 1,
    };
  },
};
