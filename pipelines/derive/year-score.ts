import { tables } from "@trama/data/schema";
import { all, keepAsEnums } from "@trama/data/store";
import type { Derive } from "./copy.ts";

/**
 * One score for each collective, result and year: that of the year's latest-ending period with a score, an annual period
 * winning a tie. Where no period has a score, the latest missing code stands. Most are reported once in a year and stand
 * without being compared.
 */
export const yearScore: Derive = async (connection) => {
  const countries = await all<{ country: string }>(
    connection,
    "SELECT DISTINCT country FROM observation ORDER BY country",
  );
  if (countries.length > 0)
    await keepAsEnums(connection, tables.year_score, { country: countries.map(({ country }) => country) });
  await connection.run(`
    INSERT INTO year_score BY NAME
    WITH accepted AS NOT MATERIALIZED (
      SELECT collective, result, country, project, year, period, score, missing, evidence, revision, report FROM observation
      WHERE result IS NOT NULL AND panel = 'accepted'
    ), several AS (
      SELECT collective, result, year FROM accepted GROUP BY collective, result, year HAVING count(*) > 1
    ), latest AS (
      SELECT o.* FROM accepted o SEMI JOIN several USING (collective, result, year)
      QUALIFY row_number() OVER (PARTITION BY o.collective, o.result, o.period ORDER BY o.revision DESC, o.report) = 1
    ), ranked AS (
      SELECT *,
             CASE WHEN period LIKE '%-H_' THEN right(period, 1)::INTEGER * 6 WHEN period LIKE '%-Q_' THEN right(period, 1)::INTEGER * 3 ELSE 12 END AS end_month,
             CASE WHEN period LIKE '%-Q_' THEN 1 WHEN period LIKE '%-H_' THEN 2 ELSE 3 END AS length
      FROM latest
      QUALIFY row_number() OVER (
        PARTITION BY collective, result, year ORDER BY score IS NULL, end_month DESC, length DESC) = 1
    ), standing AS (
      SELECT o.* FROM accepted o ANTI JOIN several USING (collective, result, year)
      UNION ALL BY NAME SELECT * EXCLUDE (end_month, length) FROM ranked
    )
    SELECT r.collective, r.result, r.country, r.project, r.year, r.score, r.missing, r.evidence, p.framework_version,
           c.type, c.formality, c.setting
    FROM standing r JOIN collective c USING (collective) JOIN report p ON p.report = r.report
    ORDER BY r.result, r.country, r.year, r.collective`);
};
