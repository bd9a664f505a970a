import { results, textOf } from "@trama/data/framework";
import { literal } from "@trama/data/schema";
import type { Derive } from "./copy.ts";

const tables = {
  "spatial-territorial": "spatial_territorial_result",
  "interaction-networks": "interaction_network_result",
};

/** The accepted scores of each dimension, latest revision. */
export const dimensionResult: Derive = async (connection) => {
  const labels = results.map(
    ({ code, subdimension }) =>
      `(${literal(code)}, ${subdimension ? literal(subdimension) : "NULL"}, ${literal(textOf(code, "en").label)})`,
  );
  for (const [dimension, table] of Object.entries(tables)) {
    await connection.run(`
      INSERT INTO ${table} BY NAME
      WITH accepted AS NOT MATERIALIZED (
        SELECT collective, result, country, project, year, period, score, missing, evidence, revision, report, rater, sheet, "row"
        FROM observation WHERE dimension = ${literal(dimension)} AND panel = 'accepted'
      ),
      several AS (SELECT collective, result, period FROM accepted GROUP BY collective, result, period HAVING count(*) > 1),
      latest AS (
        SELECT o.* FROM accepted o SEMI JOIN several USING (collective, result, period)
        QUALIFY row_number() OVER (PARTITION BY o.collective, o.result, o.period ORDER BY o.revision DESC, o.report, o.rater, o.sheet, o.row) = 1
        UNION ALL
        SELECT o.* FROM accepted o ANTI JOIN several USING (collective, result, period)
      )
      SELECT o.collective, o.result, i.subdimension, o.country, o.project, o.year, o.period, o.score, o.missing, o.evidence, i.label
      FROM latest o JOIN (VALUES ${labels.join(", ")}) AS i(result, subdimension, label) USING (result)
      ORDER BY o.result, o.country, o.year, o.collective, o.period`);
  }
};
