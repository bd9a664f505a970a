import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";

export const funding: RecordMap = {
  table: tables.funding,
  needs: ["project", "country"],
  identity: ["grant_code", "project"],
  toRow: (values, { project, country, version }, place, { report, learnedAt }) => ({
    grant_code: values.grant_code,
    funder: values.funder,
    project,
    country,
    year_from: values.year_from,
    year_to: values.year_to,
    amount: values.amount ?? null,
    currency: values.currency ?? null,
    term: values.term ?? "unknown",
    version: version ?? 1,
    report,
    ...place,
    learned_at: learnedAt,
  }),
};
