import type { DuckDBConnection } from "@trama/data/store";

/**
 * Fills the public outcome statements with those that were cleared. A statement names its country and year only where the
 * public cells of the same file, already filled, tell how many collectives there were; otherwise its region and year,
 * otherwise the year alone, otherwise neither.
 */
export async function publishOutcomes(connection: DuckDBConnection, restricted: string): Promise<void> {
  await connection.run(`
    INSERT INTO outcome_statement BY NAME
    WITH shown AS (
      SELECT country, region, year FROM cell
      WHERE figure = 'collectives' AND status = 'value' AND presence = 'all' AND year_from IS NULL AND indicator IS NULL
        AND type IS NULL AND formality IS NULL AND setting IS NULL AND panel IS NULL
    )
    SELECT c.statement, o.result, o.direction, o.intended, c.who, c.what, c.significance,
           o.contribution_collective, o.contribution_pi, o.contribution_others, o.rival_stated, o.substantiated,
           near.country, coalesce(near.region, wider.region) AS region, coalesce(near.year, wider.year, world.year) AS year
    FROM ${restricted}.clearance c
    JOIN ${restricted}.outcome_statement o USING (project, outcome)
    LEFT JOIN ${restricted}.country p ON p.country = o.country
    LEFT JOIN shown near ON near.country = o.country AND near.year = o.year
    LEFT JOIN shown wider ON wider.country IS NULL AND wider.region = p.region AND wider.year = o.year
    LEFT JOIN shown world ON world.region IS NULL AND world.year = o.year
    WHERE c.decision = 'cleared' AND c.what IS NOT NULL
    ORDER BY c.statement`);
}
