import { type RawBuilder, sql } from "kysely";
import type { GrantReach, ReachFigure, ReachQuery } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { fits } from "./narrowed.ts";

const yesNo = (column: string) =>
  sql`CASE ${sql.ref(column)} WHEN true THEN 'yes' WHEN false THEN 'no' ELSE 'unknown' END`;

/** What collectives are told apart by, and the category of each. */
const attributes: readonly (readonly [attribute: string, member: RawBuilder<unknown>])[] = [
  ["all", sql`'all'`],
  ["type", sql`type`],
  ["formality", sql`formality`],
  ["setting", sql`setting`],
  ["women_led", yesNo("women_led")],
  ["youth_led", yesNo("youth_led")],
  [
    "years_accompanied",
    sql`CASE WHEN since IS NULL OR since > year THEN 'unknown' WHEN year - since < 2 THEN '0-1' WHEN year - since < 5 THEN '2-4'
      WHEN year - since < 10 THEN '5-9' ELSE '10+' END`,
  ],
];

const reported = (asked: Omit<ReachQuery, "format">) => sql`
  SELECT DISTINCT collective, country, project, year FROM year_score WHERE ${fits(asked)}`;

/** Which collectives were reached, by country and year: each one reported in the year counts once an attribute. */
export async function findReach(rows: ScopedDb, asked: Omit<ReachQuery, "format">): Promise<ReachFigure[]> {
  const counts = attributes.map(
    ([attribute, member]) => sql`
      SELECT country, year, ${attribute}::VARCHAR AS attribute, ${member}::VARCHAR AS member, count(DISTINCT collective)::INTEGER AS collectives
      FROM known GROUP BY ALL`,
  );
  const query = sql`(
    WITH known AS (
      SELECT r.collective, r.country, r.year, c.type, c.formality, c.setting, c.women_led, c.youth_led, c.accompanied_since AS since
      FROM (${reported(asked)}) r JOIN collective c USING (collective)
    )
    ${sql.join(counts, sql` UNION ALL `)}
    ORDER BY country, year, attribute, member
  )`;
  return (await rows.selectFrom(query.as("reached")).selectAll().execute()) as ReachFigure[];
}

/** For each year of each grant, the collectives of its project that were reported: long-term and short-term ones apart. */
export async function findGrantReach(rows: ScopedDb, asked: Omit<ReachQuery, "format">): Promise<GrantReach[]> {
  const query = sql`(
    SELECT f.grant_code, f.funder, f.project, f.country, f.term, f.year_from, f.year_to, r.year,
      count(DISTINCT r.collective)::INTEGER AS collectives
    FROM funding f JOIN (${reported(asked)}) r ON r.project = f.project AND r.year BETWEEN f.year_from AND f.year_to
    GROUP BY ALL ORDER BY f.grant_code, f.project, r.year
  )`;
  return (await rows.selectFrom(query.as("granted")).selectAll().execute()) as GrantReach[];
}
