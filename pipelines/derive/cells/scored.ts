import type { DuckDBConnection } from "@trama/data/store";
import type { Derive } from "../copy.ts";

/**
 * Temporary tables that every cell is counted from, so that the scores themselves are read few times: how often each level
 * was given (`tally`, and `panel_tally` of the panels' own scores), and in which years a collective was accompanied, project
 * by project (`accompanied`), and scored and in place, result by result (`life`), as bits that begin with the first year.
 */
export const scored: Derive = async (connection) => {
  await connection.run(`
    CREATE TEMP TABLE panel_score AS
    SELECT o.collective, o.result, o.country, o.year, o.score, o.evidence, o.panel, r.framework_version
    FROM observation o JOIN report r USING (report)
    WHERE o.result IS NOT NULL AND o.panel <> 'accepted' AND o.score IS NOT NULL
    QUALIFY row_number() OVER (
      PARTITION BY o.collective, o.result, o.year, o.panel ORDER BY o.period DESC, o.revision DESC, o.rater NULLS FIRST) = 1`);
  await connection.run(`
    CREATE TEMP TABLE accompanied AS
    SELECT collective, country, type, project, bit_or(${bitOf("year")}) AS years
    FROM year_score, ${firstYear} GROUP BY ALL`);
  await connection.run(`
    CREATE TEMP TABLE life AS
    SELECT collective, result, min(country) AS country,
           bit_or(${bitOf("year")}) AS was_scored, bit_or(CASE WHEN score >= 3 THEN ${bitOf("year")} ELSE 0 END) AS was_placed
    FROM year_score, ${firstYear}
    WHERE score IS NOT NULL GROUP BY collective, result`);
  await tally(connection, "tally", "year_score", "country, year, type, formality, setting, project");
  await tally(connection, "panel_tally", "panel_score", "country, year, panel");
};

/** The first year of a release, from which the bits of years are counted. */
export const firstYear = "(SELECT min(year) AS year_zero FROM year_score)";
const bitOf = (year: string) => `1::BIGINT << (${year} - year_zero)::INTEGER`;
/** The year of a bit, in SQL, beside `firstYear`. */
export const yearOf = (bit: string) => `(year_zero + ${bit})::SMALLINT`;
/** Whether years as bits have this one, in SQL. */
export const hasBit = (years: string, bit: string) => `(${years} >> ${bit}::INTEGER) & 1 = 1`;

/** Sums of a tally: of each level; of those in place without good evidence, and of how many rubrics' versions (one or more). */
export const levelSums = [0, 1, 2, 3, 4].map((score) => `sum(s${score})::INTEGER`);
export const otherSums = `sum(unverified)::INTEGER AS unverified, CASE WHEN min(framework_version) = max(framework_version) THEN 1 ELSE 2 END AS versions`;

/** Counts the levels of a table of scores, once for every combination of the given columns, and adds the region of each. */
export async function tally(connection: DuckDBConnection, name: string, from: string, by: string): Promise<void> {
  // Sums of what is so or not take half as long as counts with a filter.
  const many = (what: string, as: string) => `sum((${what})::INTEGER)::INTEGER AS ${as}`;
  const levels = [0, 1, 2, 3, 4].map((score) => many(`score = ${score}`, `s${score}`));
  const unverified = many("score >= 3 AND coalesce(evidence, 0) < 2", "unverified");
  await connection.run(`
    CREATE TEMP TABLE ${name} AS
    SELECT counted.*, region
    FROM (SELECT result, ${by}, framework_version, ${levels.join(", ")}, ${unverified}
          FROM ${from} WHERE score IS NOT NULL GROUP BY result, ${by}, framework_version) counted JOIN country USING (country)`);
}
