import { type Derive, working } from "./copy.ts";

/** Words that people released, and what they decided about making each outcome statement public; their last word counts. */
export const clearance: Derive = async (connection) => {
  await connection.run(
    `INSERT INTO narrative BY NAME SELECT * FROM ${working}.narrative ORDER BY report, sheet, "row", field`,
  );
  const words = (field: string) => `max(n.words) FILTER (n.field = '${field}') AS ${field}`;
  await connection.run(`
    INSERT INTO clearance BY NAME
    WITH decided AS (
      SELECT held, arg_max(decision, learned_at) AS decision, max(learned_at) AS decided_at FROM ${working}.review GROUP BY held
    )
    SELECT h.held AS statement, o.outcome, o.country, o.project, o.year, d.decision, d.decided_at,
           ${words("who")}, ${words("what")}, ${words("significance")}
    FROM outcome_statement o
    JOIN ${working}.held h ON h.kind = 'statement' AND h.report = o.report AND h.sheet = o.sheet AND h."row" = o."row"
    LEFT JOIN decided d USING (held)
    LEFT JOIN narrative n ON n.report = o.report AND n.sheet = o.sheet AND n."row" = o."row"
    GROUP BY ALL ORDER BY o.project, o.outcome`);
};
