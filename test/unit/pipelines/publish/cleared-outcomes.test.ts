import { createStatements, tables, tablesOf } from "@trama/data/schema";
import { all, append, type DuckDBConnection, openWriter, type Store } from "@trama/data/store";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { about } from "../../../../pipelines/derive/cells/candidate.ts";
import { placedTooNear } from "../../../../pipelines/protect/attack/statements.ts";
import { publishOutcomes } from "../../../../pipelines/publish/cleared-outcomes.ts";

const regionOf: Readonly<Record<string, string>> = { GTM: "latin-america-caribbean", KEN: "africa", UGA: "africa" };
const countries = Object.keys(regionOf);
const years = [2024, 2025];
const places = [
  { country: null, region: null },
  ...[...new Set(Object.values(regionOf))].map((region) => ({ country: null, region })),
  ...countries.map((country) => ({ country, region: regionOf[country] as string })),
];

let store: Store;
let connection: DuckDBConnection;

beforeAll(async () => {
  store = await openWriter(":memory:", { threads: 1 });
  connection = await store.connect();
  await connection.run("ATTACH ':memory:' AS restricted");
  const all = Object.values(tables);
  for (const table of tablesOf(all, "restricted").filter(({ name }) =>
    ["clearance", "outcome_statement", "country"].includes(name),
  )) {
    await connection.run("USE restricted");
    for (const statement of createStatements(table)) await connection.run(statement);
    await connection.run("USE memory");
  }
  for (const table of tablesOf(all, "public").filter(({ name }) =>
    ["cell", "cell_history", "outcome_statement"].includes(name),
  ))
    for (const statement of createStatements(table)) await connection.run(statement);
  for (const [code, region] of Object.entries(regionOf))
    await connection.run(
      `INSERT INTO restricted.country BY NAME SELECT '${code}' AS country, '${code}' AS name_en, '' AS name_es, '' AS name_fr,
       '${region}' AS region, false AS escazu_party, false AS collective_measures_in_law`,
    );
});
afterAll(() => {
  connection.closeSync();
  store.close();
});

/** Publishes statements beside counts of which some are withheld. */
async function publish(
  statements: readonly { country: string; year: number; decision: string | null }[],
  shown: readonly boolean[],
) {
  for (const table of [
    "restricted.clearance",
    "restricted.outcome_statement",
    "cell",
    "cell_history",
    "outcome_statement",
  ])
    await connection.run(`DELETE FROM ${table}`);
  const cells = places.flatMap((place, at) =>
    years.map((year, later) => {
      const status = shown[at * years.length + later] ? "value" : "withheld";
      return { ...about(1, { figure: "collectives", ...place, year }), status };
    }),
  );
  await append(connection, tables.cell, cells as never);
  await connection.run("INSERT INTO cell_history SELECT * FROM cell");
  for (const [at, { country, year, decision }] of statements.entries()) {
    await connection.run(
      `INSERT INTO restricted.clearance BY NAME SELECT 's${at}' AS statement, 'O-${at}' AS outcome, '${country}' AS country,
       'P1' AS project, ${year} AS year, ${decision === null ? "NULL" : `'${decision}'`} AS decision, 'words' AS what`,
    );
    await connection.run(
      `INSERT INTO restricted.outcome_statement BY NAME SELECT 'O-${at}' AS outcome, '${country}' AS country, 'P1' AS project,
       ${year} AS year, '${year}' AS period, 'positive' AS direction, false AS rival_stated, 1 AS version, 'r' AS report,
       's' AS sheet, ${at} AS "row", now() AS learned_at`,
    );
  }
  await publishOutcomes(connection, "restricted");
  return all<{ statement: string; country: string | null; region: string | null; year: number | null }>(
    connection,
    "SELECT statement, country, region, year FROM outcome_statement ORDER BY statement",
  );
}

describe("public outcome statements", () => {
  it("are the cleared ones, each at the nearest place whose count is public, whatever is withheld", async () => {
    const statement = fc.record({
      country: fc.constantFrom(...countries),
      year: fc.constantFrom(...years),
      decision: fc.constantFrom("cleared", "cleared", "refused", null),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(statement, { maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: places.length * 2, maxLength: places.length * 2 }),
        async (statements, shown) => {
          const isShown = (country: string | null, region: string | null, year: number) =>
            shown[
              places.findIndex((one) => one.country === country && one.region === region) * 2 + years.indexOf(year)
            ];
          const found = await publish(statements, shown);
          const expected = statements.flatMap(({ country, year, decision }, at) => {
            if (decision !== "cleared") return [];
            const region = regionOf[country] as string;
            const place = isShown(country, region, year)
              ? { country, region, year }
              : isShown(null, region, year)
                ? { country: null, region, year }
                : { country: null, region: null, year: isShown(null, null, year) ? year : null };
            return [{ statement: `s${at}`, ...place }];
          });
          expect(found).toEqual(expected);
          expect(await placedTooNear(connection)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("that name a country whose count is withheld are found by the attacker", async () => {
    await publish(
      [{ country: "KEN", year: 2025, decision: "cleared" }],
      places.flatMap(({ country }) => [true, country !== "KEN"]),
    );
    expect(await placedTooNear(connection)).toEqual([]);
    await connection.run("UPDATE outcome_statement SET country = 'KEN'");
    expect(await placedTooNear(connection)).toEqual(["s0"]);
  });
});
