import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";

export const collective: RecordMap = {
  table: tables.collective,
  needs: ["project", "country"],
  identity: ["collective"],
  toRow: (values, { project, country, version }, place, { report, learnedAt, pseudonym }) => ({
    collective: pseudonym("collective", String(country), String(values.collective)),
    country,
    project,
    type: values.type ?? "unknown",
    formality: values.formality ?? "unknown",
    setting: values.setting ?? "unknown",
    women_led: values.women_led ?? null,
    youth_led: values.youth_led ?? null,
    accompanied_since: values.accompanied_since ?? null,
    version: version ?? 1,
    report,
    ...place,
    learned_at: learnedAt,
  }),
};
