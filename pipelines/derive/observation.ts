import { type Derive, inOrder, working } from "./copy.ts";

/** Every revision of every score, numbered in the order in which reports follow each other. */
export const observation: Derive = async (connection) => {
  await connection.run(`
    INSERT INTO observation BY NAME
    SELECT o.* REPLACE (row_number() OVER same AS revision)
    FROM ${working}.observation o JOIN ${working}.report r USING (report)
    WINDOW same AS (PARTITION BY o.collective, o.indicator, o.period, o.panel, o.rater ORDER BY ${inOrder("o")})
    ORDER BY o.indicator, o.country, o.year, o.collective, o.period, o.panel, o.rater, revision`);
};
