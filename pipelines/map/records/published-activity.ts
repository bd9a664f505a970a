import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";

export const publishedActivity: RecordMap = {
  table: tables.published_activity,
  needs: [],
  toRow: (values, _context, { sheet, row }, { report, learnedAt }) => ({
    publisher: values.publisher ?? "unknown",
    activity: values.activity ?? "unknown",
    title: values.title ?? "unknown",
    country: values.country ?? null,
    status: values.status ?? null,
    flags: null,
    report,
    sheet,
    row,
    learned_at: learnedAt,
  }),
};
