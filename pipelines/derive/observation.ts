import { type Derive, working } from "./copy.ts";

/**
 * Every revision of every score, numbered in the order in which reports follow each other. Rows are numbered and sorted as
 * the few numbers that the working store keeps of each; what many share is joined last, so that a sort never carries it.
 */
export const observation: Derive = async (connection) => {
  await connection.run(`
    CREATE TEMP TABLE revised AS
    WITH told AS (
      SELECT a.about, dense_rank() OVER (ORDER BY a.indicator, a.country, a.year) AS place,
             dense_rank() OVER (ORDER BY a.indicator, a.period, a.panel, a.rater) AS same,
             dense_rank() OVER (ORDER BY a.version, r.sequence, a.sheet) AS turn
      FROM ${working}.observation_about a JOIN ${working}.report r USING (report)
    ), named AS (
      SELECT collective_number, dense_rank() OVER (ORDER BY collective) AS number FROM ${working}.observation_collective
    )
    SELECT o.about, o.collective_number, o.score, o.missing, o.evidence, o."row",
           row_number() OVER (PARTITION BY n.number, t.same ORDER BY t.turn, o."row")::INTEGER AS revision
    FROM ${working}.observation_row o JOIN told t USING (about) JOIN named n USING (collective_number)
    ORDER BY t.place, n.number, t.same, revision`);
  await connection.run(`
    INSERT INTO observation BY NAME
    SELECT c.collective, a.* EXCLUDE (about, revision), o.score, o.missing, o.evidence, o."row", o.revision
    FROM revised o JOIN ${working}.observation_about a USING (about) JOIN ${working}.observation_collective c USING (collective_number)`);
  await connection.run("DROP TABLE revised");
};
