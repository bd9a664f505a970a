import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";
import { aboutCollective, contributionsOf } from "./scored.ts";

export const outcome: RecordMap = {
  table: tables.outcome_statement,
  needs: ["project", "country", "period"],
  identity: ["project", "outcome"],
  toRow: (values, context, place, filing) => ({
    ...aboutCollective(values, context, place, filing),
    outcome: values.outcome,
    direction: values.direction,
    result: values.result ?? null,
    ...contributionsOf(values),
    substantiated: values.substantiated ?? null,
    intended: values.intended ?? null,
    substantiator: values.substantiator ?? null,
    flags: null,
  }),
};
