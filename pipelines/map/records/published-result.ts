import { type IatiMeasure, measureOfIati } from "@trama/data/codelists";
import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";

export const publishedResult: RecordMap = {
  table: tables.published_result,
  needs: [],
  toRow: (values, _context, { sheet, row, path }, { report, learnedAt }) => ({
    publisher: values.publisher ?? "unknown",
    activity: values.activity ?? "unknown",
    country: values.country ?? null,
    year: typeof values.period_end === "string" ? Number(values.period_end.slice(0, 4)) : null,
    result_type: values.result_type ?? "unknown",
    result_title: values.result_title ?? null,
    indicator: values.indicator,
    titles: values.titles ?? null,
    item: values.item ?? null,
    measure: measureOfIati[values.measure as IatiMeasure] ?? "unknown",
    disaggregation: values.disaggregation ?? null,
    location: values.location ?? null,
    period_start: values.period_start ?? null,
    period_end: values.period_end ?? null,
    baseline_year: values.baseline_year ?? null,
    baseline: values.baseline ?? null,
    target: values.target ?? null,
    actual: values.actual ?? null,
    baseline_text: values.baseline_text ?? null,
    target_text: values.target_text ?? null,
    actual_text: values.actual_text ?? null,
    missing: values.actual_missing ?? null,
    path: path ?? null,
    flags: null,
    report,
    sheet,
    row,
    learned_at: learnedAt,
  }),
};
