import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";

export const publishedDimension: RecordMap = {
  table: tables.published_dimension,
  needs: [],
  toRow: (values, _context, { sheet, row, path }, { report, learnedAt }) => ({
    publisher: values.publisher ?? "unknown",
    activity: values.activity ?? "unknown",
    indicator: values.indicator ?? null,
    period_start: values.period_start ?? null,
    period_end: values.period_end ?? null,
    part: values.part,
    figure: values.figure ?? null,
    name: values.name ?? null,
    value: values.value ?? null,
    path: path ?? null,
    report,
    sheet,
    row,
    learned_at: learnedAt,
  }),
};
