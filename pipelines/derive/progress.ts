import { scale } from "@trama/data/framework";
import { progressCounts } from "@trama/data/schema";
import type { Derive } from "./copy.ts";

/**
 * Where the collectives of each project stood at their first score and stand at their latest: what a manager's progress is
 * put together from, without reading the scores.
 */
export const progress: Derive = async (connection) => {
  const followed = "NOT elsewhere AND first < last";
  await connection.run(`
    INSERT INTO progress BY NAME
    WITH part AS (
      SELECT collective, result, project, country, min(year) AS first, max(year) AS last,
        min_by(score, year) AS baseline, max_by(score, year) AS latest
      FROM year_score WHERE score IS NOT NULL GROUP BY collective, result, project, country
    ),
    placed AS (SELECT *, count(*) OVER (PARTITION BY collective, result, project) > 1 AS elsewhere FROM part),
    counted AS (
      SELECT project, country, result, min(first) FILTER (${followed}) AS year_from, max(last) FILTER (${followed}) AS year,
        ${progressCounts(scale.inPlaceFrom, followed)}, count(*) FILTER (elsewhere)::INTEGER AS elsewhere
      FROM placed GROUP BY project, country, result
    )
    SELECT * FROM counted WHERE n > 0 OR elsewhere > 0 ORDER BY project, country, result`);
};
