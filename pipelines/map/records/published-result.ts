import { type IatiMeasure, measureOfIati } from "@trama/data/codelists";
import { tables } from "@trama/data/schema";
import type { RecordMap } from "./record.ts";

export const publishedResult: RecordMap = {
  table: tables.published_result,
  needs: [],
  toRow: (values, _context, place, { report, learnedAt }) => ({
    publisher: values.publisher,
    activity: values.activity,
    country: values.country ?? null,
    year: Number(String(values.period_end).slice(0, 4)),
    result_type: values.result_type,
    result_title: values.result_title ?? null,
    indicator: values.indicator,
    measure: measureOfIati[values.measure as IatiMeasure],
    disaggregation: values.disaggregation ?? null,
    period_start: values.period_start,
    period_end: values.period_end,
    baseline: values.baseline ?? null,
    target: values.target ?? null,
    actual: values.actual ?? null,
    baseline_text: values.baseline_text ?? null,
    target_text: values.target_text ?? null,
    actual_text: values.actual_text ?? null,
    flags: null,
    report,
    ...place,
    learned_at: learnedAt,
  }),
};
