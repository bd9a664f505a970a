import type { Distribution } from "@trama/data/statistics";
import { type RawBuilder, sql } from "kysely";
import type { ScopedDb } from "../../policies/scoped.ts";
import { among } from "./narrowed.ts";

/** What a manager may narrow scores by; a part left out means all. */
export interface Narrowed {
  readonly by: "country" | "region" | "world";
  readonly result?: readonly string[] | undefined;
  readonly dimension?: string | undefined;
  readonly country?: readonly string[] | undefined;
  readonly region?: readonly string[] | undefined;
  readonly time?: readonly [from: number, to: number] | undefined;
  readonly type?: string | undefined;
  readonly formality?: string | undefined;
  readonly setting?: string | undefined;
  readonly project?: string | undefined;
  readonly grant?: string | undefined;
  /** A panel's own scores instead of the accepted ones. */
  readonly panel?: string | undefined;
}

/** How the scores of one result, place and year spread. */
export interface Counts {
  readonly result: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly year: number;
  readonly scores: Distribution;
  /** Scores of 3 and 4 with weak evidence. */
  readonly unverified: number;
  /** Framework versions that the scores were given under. */
  readonly versions: number;
  /** Collectives scored both in this year and the one before. */
  readonly also_before: number;
  readonly scored_before: number;
  /** Whether a year before this one is known at all. */
  readonly has_before: boolean;
}

/** Counts of scores by result, place and year; places where no score but a missing code stands count none. */
export async function countScores(rows: ScopedDb, asked: Narrowed): Promise<Counts[]> {
  const place = placeOf(asked.by, "s");
  const levels = [0, 1, 2, 3, 4].map((score) => `count(*) FILTER (score = ${score})::INTEGER`).join(", ");
  const query = sql<Counts>`(
    WITH scored AS (${scoresOf({ ...asked, time: undefined })}),
    counted AS (
      SELECT s.result, ${place}, s.year, ${sql.raw(`[${levels}]`)} AS scores,
        count(*) FILTER (score >= 3 AND coalesce(evidence, 0) < 2)::INTEGER AS unverified,
        count(DISTINCT framework_version) FILTER (score IS NOT NULL)::INTEGER AS versions,
        count(p.collective) FILTER (score IS NOT NULL)::INTEGER AS also_before
      FROM scored s LEFT JOIN (SELECT collective, result, year FROM scored WHERE score IS NOT NULL) p
        ON p.collective = s.collective AND p.result = s.result AND p.year = s.year - 1
      GROUP BY ALL
    )
    SELECT c.*, coalesce(list_sum(b.scores), 0)::INTEGER AS scored_before,
      c.year > (SELECT min(first_year) FROM country) AS has_before
    FROM counted c LEFT JOIN counted b ON b.result = c.result AND b.country IS NOT DISTINCT FROM c.country
      AND b.region IS NOT DISTINCT FROM c.region AND b.year = c.year - 1
    ${asked.time ? sql`WHERE c.year BETWEEN ${asked.time[0]} AND ${asked.time[1]}` : sql``}
  )`;
  return rows.selectFrom(query.as("counts")).selectAll().execute() as Promise<Counts[]>;
}

/**
 * One score for each collective, result and year in reach, with its place and attributes: the accepted one that counts for
 * the year, or a panel's latest.
 */
export function scoresOf(asked: Narrowed): RawBuilder<unknown> {
  const { result, dimension, country, region, time, type, formality, setting, project, grant, panel } = asked;
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? sql`` : sql`AND ${sql.ref(column)} = ${value}`;
  const source =
    panel === undefined
      ? sql`year_score`
      : sql`(
          SELECT o.collective, o.result, o.country, o.project, o.year, o.score, o.missing, o.evidence, r.framework_version, c.type, c.formality, c.setting
          FROM observation o JOIN report r USING (report) JOIN collective c USING (collective)
          WHERE o.result IS NOT NULL AND o.panel = ${panel} AND o.score IS NOT NULL
          QUALIFY row_number() OVER (PARTITION BY o.collective, o.result, o.year ORDER BY o.period DESC, o.revision DESC, o.rater NULLS FIRST) = 1
        )`;
  return sql`
    SELECT y.collective, y.result, y.country, k.region, y.year, y.score, y.missing, y.evidence, y.framework_version, y.project
    FROM ${source} y JOIN country k USING (country)
    ${dimension === undefined ? sql`` : sql`JOIN framework_item i ON i.code = y.result AND i.dimension = ${dimension}`}
    WHERE true ${among("y.result", result)} ${among("y.country", country)} ${among("k.region", region)}
      ${equal("y.type", type)} ${equal("y.formality", formality)} ${equal("y.setting", setting)} ${equal("y.project", project)}
      ${time ? sql`AND y.year BETWEEN ${time[0]} AND ${time[1]}` : sql``}
      ${grant === undefined ? sql`` : sql`AND EXISTS (SELECT 1 FROM funding f WHERE f.grant_code = ${grant} AND f.project = y.project AND y.year BETWEEN f.year_from AND f.year_to)`}`;
}

/** Columns of the place that rows are put together by. */
export function placeOf(by: Narrowed["by"], alias: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  switch (by) {
    case "country":
      return sql`${column("country")} AS country, ${column("region")} AS region`;
    case "region":
      return sql`NULL::VARCHAR AS country, ${column("region")} AS region`;
    case "world":
      return sql`NULL::VARCHAR AS country, NULL::VARCHAR AS region`;
  }
}

/** A place and year in which something was filed, scored or not. */
export interface Ground {
  readonly country: string | null;
  readonly region: string | null;
  readonly year: number;
}

/** Where and when anything was filed of what is asked about, whatever its result, type or panel. */
export async function groundOf(rows: ScopedDb, asked: Narrowed): Promise<Ground[]> {
  const { by, country, region, time, project, grant } = asked;
  const query = sql<Ground>`(SELECT DISTINCT ${placeOf(by, "s")}, s.year FROM (${scoresOf({ by, country, region, time, project, grant })}) s)`;
  return rows.selectFrom(query.as("ground")).selectAll().execute() as Promise<Ground[]>;
}
