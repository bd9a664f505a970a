import { wilson } from "@trama/data/statistics";
import { sql } from "kysely";
import type { z } from "zod";
import type {
  IndicatorsQuery,
  LocalFigure,
  PublishedResultsAnswer,
  PublishedResultsQuery,
} from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { fits } from "./narrowed.ts";

type Values = readonly number[];

/**
 * Figures of indicators that a project made for itself, each put together by the rule of its own measure: levels have a
 * median, counts a total, percentages their numerators over their denominators, statements are only counted.
 */
export async function findLocalFigures(rows: ScopedDb, asked: Omit<IndicatorsQuery, "format">): Promise<LocalFigure[]> {
  const query = sql<Filed>`(
    SELECT indicator, measure, country, project, year, count(*)::INTEGER AS n,
      list_sort(list(coalesce(value, score::DOUBLE)) FILTER (coalesce(value, score::DOUBLE) IS NOT NULL)) AS values,
      sum(numerator) AS numerator, sum(denominator) AS denominator,
      count(*) FILTER (numerator IS NOT NULL AND denominator > 0)::INTEGER AS parts,
      list_sort(list(baseline) FILTER (baseline IS NOT NULL)) AS baselines,
      list_sort(list(target) FILTER (target IS NOT NULL)) AS targets
    FROM (
      SELECT * FROM (
        SELECT * FROM observation WHERE measure IS NOT NULL AND ${fits(asked, ["indicator", asked.indicator])}
        QUALIFY row_number() OVER (PARTITION BY collective, indicator, period, panel, rater ORDER BY revision DESC) = 1
      ) QUALIFY row_number() OVER (PARTITION BY collective, indicator, year ORDER BY period DESC) = 1
    )
    GROUP BY ALL ORDER BY indicator, country, project, year, measure
  )`;
  const found = (await rows.selectFrom(query.as("filed")).selectAll().execute()) as Filed[];
  return found.map(localFigure);
}

interface Filed {
  readonly indicator: string;
  readonly measure: string;
  readonly country: string;
  readonly project: string;
  readonly year: number;
  readonly n: number;
  readonly values: Values | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly parts: number;
  readonly baselines: Values | null;
  readonly targets: Values | null;
}

function localFigure(row: Filed): LocalFigure {
  const { indicator, measure, country, project, year, numerator, denominator, parts } = row;
  const values = row.values ?? [];
  const together = (of: Values | null) =>
    of === null || of.length === 0 ? null : measure === "count" ? sum(of) : (medianOf(of)[0] as number);
  const pooled = measure === "percentage" && parts > 0 && parts === row.n && numerator !== null && denominator !== null;
  const counts = pooled && Number.isInteger(numerator) && Number.isInteger(denominator) && numerator <= denominator;
  const interval = counts ? wilson(numerator, denominator) : undefined;
  return {
    indicator,
    measure,
    country,
    project,
    year,
    n: measure === "qualitative" ? row.n : values.length,
    median: measure === "qualitative" ? [null, null] : medianOf(values),
    total: measure === "count" && values.length > 0 ? sum(values) : null,
    share: pooled ? numerator / denominator : null,
    interval: interval?.kind === "value" ? [interval.lower, interval.upper] : [null, null],
    baseline: measure === "qualitative" ? null : together(row.baselines),
    target: measure === "qualitative" ? null : together(row.targets),
  };
}

type PublishedAsked = Omit<PublishedResultsQuery, "format" | "after"> & { readonly after: number };
type Published = z.infer<typeof PublishedResultsAnswer>["results"][number];
type Summary = z.infer<typeof PublishedResultsAnswer>["summary"];

/** Results that other publishers report of countries in reach, as filed, and a summary that never mixes measures. */
export async function findPublishedResults(
  rows: ScopedDb,
  { publisher, country, indicator, time, limit, after }: PublishedAsked,
): Promise<{ results: Published[]; more: boolean; summary: Summary }> {
  let select = rows.selectFrom("published_result");
  if (publisher !== undefined) select = select.where("publisher", "=", publisher);
  if (country) select = select.where("country", "in", country);
  if (indicator !== undefined) select = select.where("indicator", "=", indicator);
  if (time) select = select.where("year", ">=", time[0]).where("year", "<=", time[1]);
  const [page, summed] = await Promise.all([
    select
      .select(["publisher", "activity", "country", "year", "result_type", "indicator", "measure", "disaggregation"])
      .select(["baseline", "target", "actual", "baseline_text", "target_text", "actual_text", "report", "sheet", "row"])
      .orderBy("report")
      .orderBy("sheet")
      .orderBy("row")
      .limit(limit + 1)
      .offset(after)
      .execute(),
    select
      .select(["publisher", "measure"])
      .select(sql<number>`count(*)::INTEGER`.as("figures"))
      .select(sql<Values | null>`list_sort(list(actual) FILTER (actual IS NOT NULL))`.as("actuals"))
      .select(sql<number>`count(*) FILTER (actual IS NOT NULL AND target IS NOT NULL)::INTEGER`.as("with_target"))
      .select(sql<number>`count(*) FILTER (actual >= target)::INTEGER`.as("at_target"))
      .groupBy(["publisher", "measure"])
      .orderBy("publisher")
      .orderBy("measure")
      .execute(),
  ]);
  const summary = summed.map(({ actuals, with_target, at_target, ...about }): Summary[number] => {
    const values = about.measure === "qualitative" || about.measure === "unknown" ? [] : (actuals ?? []);
    const reached = wilson(at_target, with_target);
    return {
      ...about,
      with_actual: values.length,
      median: medianOf(values)[0],
      total: about.measure === "count" && values.length > 0 ? sum(values) : null,
      with_target,
      at_target,
      share: with_target === 0 ? null : at_target / with_target,
      interval: reached.kind === "value" ? [reached.lower, reached.upper] : [0, 1],
    };
  });
  return { results: page.slice(0, limit), more: page.length > limit, summary };
}

/** The two middle values of sorted ones: never averaged, since levels have no distances. */
function medianOf(sorted: Values): [number | null, number | null] {
  if (sorted.length === 0) return [null, null];
  return [sorted[Math.ceil(sorted.length / 2) - 1] as number, sorted[Math.floor(sorted.length / 2)] as number];
}

function sum(values: Values): number {
  return values.reduce((total, one) => total + one, 0);
}
