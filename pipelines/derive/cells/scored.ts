import type { DuckDBConnection } from "@trama/data/store";
import type { Derive } from "../copy.ts";

/**
 * Temporary views and tables that every cell is counted from: `scored` (the accepted score of a collective, result and year with
 * its place and attributes), `panel_score` (the same for each panel) and `funded` (once for each grant that funds it);
 * beside each a tally of its levels; and of each collective in which years it was accompanied (`accompanied`), and scored
 * and in place, result by result (`life`), as bits that begin with the first year: the scores themselves are read few times.
 */
export const scored: Derive = async (connection) => {
  await connection.run(`
    CREATE OR REPLACE TEMP VIEW scored AS
    SELECT y.collective, y.result, y.country, c.region, y.year, y.score, y.missing, y.evidence, y.type, y.formality, y.setting, y.project, y.framework_version
    FROM year_score y JOIN country c USING (country)`);
  await connection.run(`
    CREATE TEMP TABLE panel_score AS
    SELECT o.collective, o.result, o.country, c.region, o.year, o.score, o.evidence, o.panel, r.framework_version
    FROM observation o JOIN country c USING (country) JOIN report r USING (report)
    WHERE o.result IS NOT NULL AND o.panel <> 'accepted' AND o.score IS NOT NULL
    QUALIFY row_number() OVER (
      PARTITION BY o.collective, o.result, o.year, o.panel ORDER BY o.period DESC, o.revision DESC, o.rater NULLS FIRST) = 1`);
  await connection.run(`
    CREATE TEMP TABLE funded AS
    SELECT s.collective, s.result, s.country, s.region, s.year, s.score, s.evidence, s.framework_version, f.grant_code, f.funder
    FROM scored s JOIN funding f ON f.project = s.project AND s.year BETWEEN f.year_from AND f.year_to`);
  await connection.run(`
    CREATE TEMP TABLE accompanied AS
    SELECT collective, country, type, bit_or(${bitOf("year")}) AS years
    FROM year_score, (SELECT min(year) AS first_year FROM year_score) GROUP BY ALL`);
  await connection.run(`
    CREATE TEMP TABLE life AS
    SELECT collective, result, min(country) AS country,
           bit_or(${bitOf("year")}) AS was_scored, bit_or(CASE WHEN score >= 3 THEN ${bitOf("year")} ELSE 0 END) AS was_placed
    FROM year_score, (SELECT min(year) AS first_year FROM year_score)
    WHERE score IS NOT NULL GROUP BY collective, result`);
  await tally(connection, "tally", "scored", "country, region, year, type, formality, setting");
  await tally(connection, "panel_tally", "panel_score", "country, region, year, panel");
};

const bitOf = (year: string) => `1::BIGINT << (${year} - first_year)::INTEGER`;

/** Sums of a tally: of each level; of those in place without good evidence, and of how many rubrics' versions (one or more). */
export const levelSums = [0, 1, 2, 3, 4].map((score) => `sum(s${score})::INTEGER`);
export const otherSums = `sum(unverified)::INTEGER AS unverified, CASE WHEN min(version_lo) = max(version_hi) THEN 1 ELSE 2 END AS versions`;

/** Counts the levels of a table of scores, once for every combination of the given columns. */
export async function tally(connection: DuckDBConnection, name: string, from: string, by: string): Promise<void> {
  const levels = [0, 1, 2, 3, 4].map((score) => `count(*) FILTER (score = ${score}) AS s${score}`).join(", ");
  await connection.run(`
    CREATE TEMP TABLE ${name} AS
    SELECT result, ${by}, ${levels}, count(*) FILTER (score >= 3 AND coalesce(evidence, 0) < 2) AS unverified,
           min(framework_version) AS version_lo, max(framework_version) AS version_hi
    FROM ${from} WHERE score IS NOT NULL GROUP BY result, ${by}`);
}
