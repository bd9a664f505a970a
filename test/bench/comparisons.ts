import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createStatements, tables } from "@trama/data/schema";
import { type DuckDBConnection, openWriter } from "@trama/data/store";
import { distributionCells } from "../../pipelines/derive/cells/distribution.ts";
import { figureCodes } from "../../pipelines/derive/cells/figure-codes.ts";
import { gridOf } from "../../pipelines/derive/cells/grid.ts";
import { inPlaceCells } from "../../pipelines/derive/cells/in-place.ts";
import { matchedCells } from "../../pipelines/derive/cells/matched.ts";
import { groundOf } from "../../pipelines/derive/cells/place.ts";
import { scored, tally } from "../../pipelines/derive/cells/scored.ts";
import { tell } from "./figure.ts";
import { interleaved, ratio, spread, timed } from "./measure.ts";

/**
 * How long the comparisons take to be counted, as a ratio to the plain DuckDB query that reads the same columns, in the
 * same run. `tsx test/bench/comparisons.ts [scores]`.
 */
const count = Number(process.argv[2] ?? 10_000_000);
const folder = await mkdtemp(join(tmpdir(), "trama-bench-"));
try {
  const store = await openWriter(join(folder, "release.duckdb"), { memory: "4GB" });
  const connection = await store.connect();
  await generate(connection, count);
  await scored(connection);
  await connection.run(`CREATE TEMP VIEW scored AS SELECT y.*, region FROM year_score y JOIN country USING (country)`);
  const ground = await groundOf(connection);
  const [grid, figures] = [gridOf(ground), figureCodes()];
  const plain = () =>
    connection.run(`SELECT result, country, region, year, type, formality, setting, project, count(*), count(*) FILTER (score >= 3), count(*) FILTER (score >= 3 AND coalesce(evidence, 0) < 2), min(framework_version)
      FROM scored WHERE score IS NOT NULL GROUP BY ALL`);
  const plainPairs = () =>
    connection.run(`SELECT a.result, a.country, a.region, a.year, count(*), count(*) FILTER (a.score >= 3), count(*) FILTER (b.score >= 3)
      FROM scored a JOIN scored b ON a.collective = b.collective AND a.result = b.result AND b.year = a.year + 1 GROUP BY ALL`);
  const tallied = async () => {
    await connection.run("DROP TABLE tally");
    await tally(connection, "tally", "year_score", "country, year, type, formality, setting, project");
    await distributionCells(connection, grid, figures);
  };
  const times = await interleaved(5, {
    plain,
    cells: tallied,
    plainPairs,
    matched: () => matchedCells(connection, ground, grid, figures),
  });
  const everything = await timed(() =>
    inPlaceCells(connection, ground, grid, figures, Promise.resolve(new Uint8Array())),
  );
  const part = "Counting what is compared";
  const named = `${count / 1e6} M scores`;
  for (const [what, name, ours, theirs] of [
    ["cells and distributions from one tally", "a plain query over the same columns", times.cells, times.plain],
    ["matched change, year by year", "a plain self-join", times.matched, times.plainPairs],
  ] as const) {
    const against = { name, value: spread(theirs) };
    tell({ part, what: `${what}, ${named}`, unit: "ms", ours: spread(ours), against, ratio: ratio(ours, theirs) });
  }
  tell({ part, what: `every candidate cell, all conditions, ${named}`, unit: "ms", ours: spread([everything]) });
  connection.closeSync();
  store.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Scores of made-up collectives: 40 countries, 10 years, 16 results; the tables that the cells are counted from. */
async function generate(connection: DuckDBConnection, scores: number): Promise<void> {
  for (const table of [tables.country, tables.observation, tables.report, tables.funding])
    for (const statement of createStatements(table)) await connection.run(statement);
  await connection.run(`INSERT INTO country BY NAME SELECT code AS country, code AS name_en, code AS name_es, code AS name_fr, region, false AS escazu_party, false AS collective_measures_in_law
    FROM (VALUES ('GTM', 'latin-america-caribbean'), ('HND', 'latin-america-caribbean'), ('COL', 'latin-america-caribbean'), ('KEN', 'africa'), ('UGA', 'africa'), ('THA', 'south-east-asia'), ('IDN', 'south-east-asia'), ('PHL', 'south-east-asia')) AS c(code, region)`);
  await connection.run(`CREATE TEMP TABLE year_score AS
    SELECT 'c-' || (i // 160) AS collective, 'ST' || (1 + i % 5) AS result, ['GTM', 'HND', 'COL', 'KEN', 'UGA', 'THA', 'IDN', 'PHL'][1 + (i // 160) % 8] AS country,
           'P' || ((i // 160) % 40) AS project, (2016 + (i // 16) % 10)::SMALLINT AS year, CASE WHEN hash(i) % 20 = 0 THEN NULL ELSE (hash(i) % 5)::SMALLINT END AS score,
           NULL AS missing, (hash(i + 1) % 5)::SMALLINT AS evidence, '0.1.0' AS framework_version,
           ['ngo', 'movement', 'indigenous', 'trade-union'][1 + (i // 160) % 4] AS type, 'informal' AS formality, 'rural' AS setting
    FROM range(${scores}) r(i)`);
}
