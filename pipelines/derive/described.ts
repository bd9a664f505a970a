import { type Derive, inOrder, working } from "./copy.ts";

/** Tables of which the last description counts: collectives, projects, grants, actions, ties, pressure, outcome statements. */
export const described: Derive = async (connection) => {
  const keys = {
    collective: ["collective"],
    project: ["project"],
    funding: ["grant_code", "project"],
    action: ["collective", "action", "result", "period"],
    tie: ["collective", "ally", "period"],
    pressure: ["collective", "kind", "period"],
    outcome_statement: ["project", "outcome"],
  };
  for (const [table, key] of Object.entries(keys)) {
    const same = key.map((column) => `t.${column}`).join(", ");
    await connection.run(`
      INSERT INTO ${table} BY NAME
      SELECT t.* FROM ${working}.${table} t JOIN ${working}.report r USING (report)
      QUALIFY row_number() OVER (PARTITION BY ${same} ORDER BY ${descending(inOrder("t"))}) = 1
      ORDER BY ${same}`);
  }
  await undescribed(connection);
};

/** A collective or project that is scored and described nowhere stands with what is known of it. */
const undescribed: Derive = async (connection) => {
  await connection.run(`
    INSERT INTO collective BY NAME
    SELECT o.collective, o.country, o.project, 'unknown' AS type, 'unknown' AS formality, 'unknown' AS setting,
           o.version, o.report, o.sheet, o.row, o.learned_at
    FROM observation o ANTI JOIN collective c USING (collective)
    JOIN (SELECT collective, max(year) AS year FROM observation GROUP BY collective) last USING (collective, year)
    QUALIFY row_number() OVER (PARTITION BY o.collective ORDER BY o.year DESC, o.period DESC, o.indicator, o.panel, o.revision DESC, o.report, o.sheet, o.row) = 1
    ORDER BY o.collective`);
  await connection.run(`
    INSERT INTO project BY NAME
    SELECT o.project, o.country, o.version, o.report, o.sheet, o.row, o.learned_at
    FROM observation o ANTI JOIN project p USING (project)
    JOIN (SELECT project, max(year) AS year FROM observation GROUP BY project) last USING (project, year)
    QUALIFY row_number() OVER (PARTITION BY o.project ORDER BY o.year DESC, o.period DESC, o.report, o.sheet, o.row) = 1
    ORDER BY o.project`);
};

function descending(order: string): string {
  return order
    .split(", ")
    .map((term) => `${term} DESC`)
    .join(", ");
}
