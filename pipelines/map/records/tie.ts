import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";
import { aboutCollective } from "./scored.ts";

export const tie: RecordMap = {
  table: tables.tie,
  needs: ["project", "country", "period"],
  identity: ["collective", "ally", "period"],
  toRow: (values, context, place, filing) => ({
    ...aboutCollective(values, context, place, filing),
    ally: filing.pseudonym("ally", String(context.country), String(values.ally)),
    level: values.level,
    actor_type: values.actor_type ?? null,
    function: values.function ?? null,
    active: values.active ?? null,
    used: values.used ?? null,
    direction: values.direction ?? null,
    held_by_several: values.held_by_several ?? null,
    through_pi: values.through_pi ?? null,
    since: values.since ?? null,
    until: values.until ?? null,
  }),
};
