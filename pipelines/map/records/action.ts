import { tables } from "@trama/data/schema";
import type { Scored } from "../parse-field.ts";
import type { RecordMap } from "./record.ts";
import { aboutCollective, contributionsOf } from "./scored.ts";

export const action: RecordMap = {
  table: tables.action,
  needs: ["project", "country", "period"],
  identity: ["collective", "action", "result", "period"],
  toRow: (values, context, place, filing) => {
    const scored = (values.score ?? { score: null, missing: null }) as Scored;
    return {
      ...aboutCollective(values, context, place, filing),
      action: values.action,
      result: values.result ?? null,
      score: scored.score,
      missing: scored.missing,
      evidence: values.evidence ?? null,
      lead: values.lead ?? null,
      support: values.support ?? null,
      mode: values.mode ?? null,
      women: values.women ?? null,
      men: values.men ?? null,
      youth: values.youth ?? null,
      ...contributionsOf(values),
      flags: null,
    };
  },
};
