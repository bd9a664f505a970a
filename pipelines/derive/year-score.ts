import type { Derive } from "./copy.ts";

/**
 * One score for each collective, result and year: that of the year's latest-ending period with a score, an annual period
 * winning a tie. Where no period has a score, the latest missing code stands.
 */
export const yearScore: Derive = async (connection) => {
  await connection.run(`
    INSERT INTO year_score BY NAME
    WITH latest AS (
      SELECT o.*, r.framework_version FROM observation o JOIN report r USING (report)
      WHERE o.result IS NOT NULL AND o.panel = 'accepted'
      QUALIFY row_number() OVER (PARTITION BY o.collective, o.result, o.period ORDER BY o.revision DESC, o.report) = 1
    ), ranked AS (
      SELECT *,
             CASE WHEN period LIKE '%-H_' THEN right(period, 1)::INTEGER * 6 WHEN period LIKE '%-Q_' THEN right(period, 1)::INTEGER * 3 ELSE 12 END AS end_month,
             CASE WHEN period LIKE '%-Q_' THEN 1 WHEN period LIKE '%-H_' THEN 2 ELSE 3 END AS length
      FROM latest
    )
    SELECT r.collective, r.result, r.country, r.project, r.year, r.score, r.missing, r.evidence, r.framework_version,
           c.type, c.formality, c.setting
    FROM ranked r JOIN collective c USING (collective)
    QUALIFY row_number() OVER (
      PARTITION BY r.collective, r.result, r.year ORDER BY r.score IS NULL, r.end_month DESC, r.length DESC) = 1
    ORDER BY r.result, r.country, r.year, r.collective`);
};
