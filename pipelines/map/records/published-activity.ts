import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";

export const publishedActivity: RecordMap = {
  table: tables.published_activity,
  needs: [],
  toRow: (values, _context, place, { report, learnedAt }) => ({
    publisher: values.publisher,
    activity: values.activity,
    title: values.title,
    country: values.country ?? null,
    status: values.status ?? null,
    flags: null,
    report,
    ...place,
    learned_at: learnedAt,
  }),
};
