import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";

export const project: RecordMap = {
  table: tables.project,
  needs: ["project", "country", "period"],
  identity: ["project"],
  toRow: (values, { project, country, version }, place, { report, learnedAt }) => ({
    project,
    country,
    title: values.project_title ?? null,
    version: version ?? 1,
    report,
    ...place,
    learned_at: learnedAt,
  }),
};
