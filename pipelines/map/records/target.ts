import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";

export const target: RecordMap = {
  table: tables.target,
  needs: ["project", "country"],
  identity: ["project", "result", "year", "set_on"],
  toRow: (values, { project, country, version }, place, { report, learnedAt }) => ({
    project,
    country,
    result: values.result,
    year: values.year,
    baseline: values.baseline ?? null,
    k: values.k,
    n: values.n,
    set_on: values.set_on ?? null,
    reason: null,
    revision: 1,
    version: version ?? 1,
    report,
    ...place,
    learned_at: learnedAt,
  }),
};
