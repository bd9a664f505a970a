import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";
import { aboutCollective } from "./scored.ts";

export const pressure: RecordMap = {
  table: tables.pressure,
  needs: ["project", "country", "period"],
  identity: ["collective", "kind", "period"],
  toRow: (values, context, place, filing) => ({
    ...aboutCollective(values, context, place, filing),
    kind: values.kind ?? null,
    level: values.level,
  }),
};
