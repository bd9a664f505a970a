import { actions, capacities, tieLevelsBeyond } from "@trama/data/framework";
import { literal } from "@trama/data/schema";
import { periodEnd } from "@trama/data/store";
import type { Derive } from "./copy.ts";

const values = (codes: readonly string[]) => codes.map((code) => `(${literal(code)})`).join(", ");
const levels = tieLevelsBeyond.map(({ code }) => code);

/**
 * What was told of each scored collective in a year, trait by trait: of those with any action, which actions; of those
 * with a tie said to be active or not, at which levels one is active; of those whose pressure was told, how high it was;
 * and of each capacity's last score, whether it is in place.
 */
export const yearTrait: Derive = async (connection) => {
  await connection.run(`
    INSERT INTO year_trait BY NAME
    WITH scored AS (SELECT DISTINCT collective, country, year, type FROM year_score),
    acted AS (
      SELECT collective, country, year, list_sort(list(DISTINCT project)) AS projects, list(DISTINCT action) AS taken
      FROM action GROUP BY ALL
    ), tied AS (
      SELECT collective, country, year, any_value(projects) AS projects,
             coalesce(list(DISTINCT level) FILTER (active), []) AS levels
      FROM (SELECT *, list_sort(list_distinct(list(project) OVER (PARTITION BY collective, country, year))) AS projects FROM tie QUALIFY row_number() OVER (PARTITION BY collective, country, ally, year ORDER BY ${periodEnd} DESC) = 1)
      WHERE active IS NOT NULL GROUP BY ALL
    ), pressed AS (
      SELECT collective, country, year, list_sort(list(DISTINCT project)) AS projects,
             bool_or(level IN ('high', 'severe')) AS high
      FROM pressure GROUP BY ALL
    ), able AS (
      SELECT collective, country, year, [project] AS projects, indicator, score FROM observation
      WHERE indicator IN (${capacities.map(({ code }) => literal(code)).join(", ")}) AND panel = 'accepted' AND score IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY collective, country, indicator, year ORDER BY ${periodEnd} DESC, revision DESC, report) = 1
    ), told AS (
      SELECT collective, country, year, projects, code AS trait, list_contains(taken, code) AS holds
      FROM acted, (VALUES ${values(actions.map(({ code }) => code))}) AS t(code)
      UNION ALL BY NAME
      SELECT collective, country, year, projects, 'tie:' || code AS trait, list_contains(levels, code) AS holds
      FROM tied, (VALUES ${values(levels)}) AS t(code)
      UNION ALL BY NAME
      SELECT collective, country, year, projects, 'pressure:high' AS trait, high AS holds FROM pressed
      UNION ALL BY NAME
      SELECT collective, country, year, projects, indicator AS trait, score >= 3 AS holds FROM able
    )
    SELECT told.*, scored.type FROM told JOIN scored USING (collective, country, year)
    ORDER BY trait, country, year, collective`);
};
