import { missingCodes } from "@trama/data/codelists";
import { krippendorffAlpha } from "@trama/data/statistics";
import { sql } from "kysely";
import type { Quality, QualityQuery } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { fits } from "./narrowed.ts";

const results = 16;

interface Counted {
  readonly country: string;
  readonly project: string | null;
  readonly year: number;
  readonly collectives: number;
  readonly scored: number;
  readonly evidence: readonly number[];
  readonly in_place: number;
  readonly unverified: number;
  readonly missing: readonly number[];
  readonly reports: number;
  readonly days_late: number | null;
  readonly revised: number;
  readonly rejected: number;
  readonly held: number;
}

/**
 * How sound the rows in reach are, by project (or country) and year: how complete, how late, on what evidence, how far
 * raters agree, and what was revised, refused or held.
 */
export async function findQuality(rows: ScopedDb, asked: Omit<QualityQuery, "format">): Promise<Quality[]> {
  const where = fits(asked);
  const member = asked.by === "project" ? sql`project` : sql`NULL::VARCHAR`;
  const grades = sql.raw(
    [0, 1, 2, 3, 4].map((grade) => `count(*) FILTER (score IS NOT NULL AND evidence = ${grade})::INTEGER`).join(", "),
  );
  const codes = sql.join(
    missingCodes.codes.map(({ code }) => sql`count(*) FILTER (score IS NULL AND missing = ${code})::INTEGER`),
  );
  const query = sql<Counted>`(
    WITH counted AS (
      SELECT country, ${member} AS project, year, count(DISTINCT collective)::INTEGER AS collectives,
        count(score)::INTEGER AS scored,
        [${grades}, count(*) FILTER (score IS NOT NULL AND evidence IS NULL)::INTEGER] AS evidence,
        count(*) FILTER (score >= 3)::INTEGER AS in_place,
        count(*) FILTER (score >= 3 AND coalesce(evidence, 0) < 2)::INTEGER AS unverified, [${codes}] AS missing
      FROM year_score WHERE ${where} GROUP BY ALL
    ),
    filed AS (SELECT * FROM observation WHERE result IS NOT NULL AND ${where}),
    ended AS (
      SELECT country, ${member} AS project, year, period, min(learned_at)::DATE AS received,
        last_day(make_date(year, CASE WHEN period LIKE '%-H_' THEN right(period, 1)::INTEGER * 6 WHEN period LIKE '%-Q_' THEN right(period, 1)::INTEGER * 3 ELSE 12 END, 1)) AS ends
      FROM filed GROUP BY ALL
    ),
    late AS (
      SELECT country, project, year, quantile_cont(date_diff('day', ends, received), 0.5) AS days_late FROM ended GROUP BY ALL
    ),
    sources AS (
      SELECT f.country, f.project, f.year, count(DISTINCT f.report)::INTEGER AS reports
      FROM (SELECT DISTINCT country, ${member} AS project, year, report FROM filed) f GROUP BY ALL
    ),
    own AS (
      SELECT country, ${member} AS project, left(period, 4)::INTEGER AS year, sum(rows_rejected)::INTEGER AS rejected, sum(rows_quarantined)::INTEGER AS held
      FROM report WHERE period IS NOT NULL AND project IS NOT NULL GROUP BY ALL
    ),
    changed AS (
      SELECT country, ${member} AS project, year, count(DISTINCT (collective, indicator, period, panel, rater))::INTEGER AS revised
      FROM filed WHERE revision > 1 GROUP BY ALL
    )
    SELECT c.*, coalesce(s.reports, 0) AS reports, l.days_late, coalesce(h.revised, 0) AS revised,
      coalesce(o.rejected, 0) AS rejected, coalesce(o.held, 0) AS held
    FROM counted c
    LEFT JOIN late l ON l.country = c.country AND l.project IS NOT DISTINCT FROM c.project AND l.year = c.year
    LEFT JOIN sources s ON s.country = c.country AND s.project IS NOT DISTINCT FROM c.project AND s.year = c.year
    LEFT JOIN changed h ON h.country = c.country AND h.project IS NOT DISTINCT FROM c.project AND h.year = c.year
    LEFT JOIN own o ON o.country = c.country AND o.project IS NOT DISTINCT FROM c.project AND o.year = c.year
    ORDER BY c.country, c.project, c.year
  )`;
  const [counted, agreement] = await Promise.all([
    rows.selectFrom(query.as("quality")).selectAll().execute() as Promise<Counted[]>,
    findAgreement(rows, asked),
  ]);
  return counted.map(({ missing, in_place, unverified, evidence, ...row }) => {
    const due = row.collectives * results;
    return {
      ...row,
      due,
      completeness: due === 0 ? null : row.scored / due,
      missing: Object.fromEntries(missingCodes.codes.map(({ code }, at) => [code, missing[at] as number])),
      evidence: [...evidence],
      unverified: in_place === 0 ? null : unverified / in_place,
      ...(agreement.get(`${row.country}|${row.project}|${row.year}`) ?? { double_scored: 0, agreement: null }),
    };
  });
}

interface Rated {
  readonly country: string;
  readonly project: string | null;
  readonly year: number;
  readonly scores: readonly number[];
}

/** How far raters of the same collective, result, period and panel agree. */
async function findAgreement(
  rows: ScopedDb,
  asked: Omit<QualityQuery, "format">,
): Promise<Map<string, Pick<Quality, "double_scored" | "agreement">>> {
  const query = sql<Rated>`(
    SELECT country, ${asked.by === "project" ? sql`project` : sql`NULL::VARCHAR`} AS project, year, list(score ORDER BY rater) AS scores
    FROM (
      SELECT * FROM observation WHERE result IS NOT NULL AND rater IS NOT NULL AND score IS NOT NULL AND ${fits(asked)}
      QUALIFY row_number() OVER (PARTITION BY collective, indicator, period, panel, rater ORDER BY revision DESC) = 1
    )
    GROUP BY country, project, year, collective, indicator, period, panel HAVING count(*) > 1
  )`;
  const rated = (await rows.selectFrom(query.as("rated")).selectAll().execute()) as Rated[];
  const groups = new Map<string, (readonly number[])[]>();
  for (const row of rated) {
    const key = `${row.country}|${row.project}|${row.year}`;
    groups.set(key, [...(groups.get(key) ?? []), row.scores]);
  }
  return new Map(
    [...groups].map(([key, units]) => {
      const most = Math.max(...units.map(({ length }) => length));
      const raters = Array.from({ length: most }, (_, rater) => units.map((scores) => scores[rater] ?? null));
      const found = krippendorffAlpha(raters, "ordinal");
      return [key, { double_scored: units.length, agreement: found.kind === "refused" ? null : found.alpha }];
    }),
  );
}
