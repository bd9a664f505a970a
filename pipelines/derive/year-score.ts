import type { Derive } from "./copy.ts";

/**
 * One score for each collective, result and year, as a temporary table: that of the year's latest-ending period with a
 * score, an annual period winning a tie. Where no period has a score, the latest missing code stands.
 */
export const yearScore: Derive = async (connection) => {
  await connection.run(`
    CREATE TEMP TABLE year_score AS
    WITH accepted AS (
      SELECT * FROM spatial_territorial_result UNION ALL BY NAME SELECT * FROM interaction_network_result
    ), ranked AS (
      SELECT a.*,
             CASE WHEN period LIKE '%-H_' THEN right(period, 1)::INTEGER * 6 WHEN period LIKE '%-Q_' THEN right(period, 1)::INTEGER * 3 ELSE 12 END AS end_month,
             CASE WHEN period LIKE '%-Q_' THEN 1 WHEN period LIKE '%-H_' THEN 2 ELSE 3 END AS length
      FROM accepted a
    )
    SELECT r.collective, r.result, r.subdimension, r.country, r.year, r.score, r.missing, r.evidence, c.type, c.formality, c.setting
    FROM ranked r JOIN collective c USING (collective)
    QUALIFY row_number() OVER (
      PARTITION BY r.collective, r.result, r.year ORDER BY r.score IS NULL, r.end_month DESC, r.length DESC) = 1`);
};
