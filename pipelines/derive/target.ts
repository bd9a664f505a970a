import { type Derive, inOrder, working } from "./copy.ts";

/** Every revision of every target; the old ones stay. */
export const target: Derive = async (connection) => {
  await connection.run(`
    INSERT INTO target BY NAME
    SELECT t.* REPLACE (row_number() OVER same AS revision)
    FROM ${working}.target t JOIN ${working}.report r USING (report)
    WINDOW same AS (PARTITION BY t.project, t.result, t.year ORDER BY t.set_on NULLS FIRST, ${inOrder("t")})
    ORDER BY t.project, t.result, t.year, revision`);
};
