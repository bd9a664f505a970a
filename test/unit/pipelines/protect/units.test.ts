import { tables, tablesOf } from "@trama/data/schema";
import { append, openWriter } from "@trama/data/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTables } from "../../../../pipelines/load/create-tables.ts";
import { scoreAtoms } from "../../../../pipelines/protect/score-atoms.ts";
import { grantOf, readUnits, type Unit } from "../../../../pipelines/protect/units.ts";
import { livesByYear } from "../../../../pipelines/protect/versions.ts";

interface Row {
  readonly collective: string;
  readonly country: string;
  readonly type: string;
  readonly year: number;
  readonly result: string;
  readonly project: string;
  readonly score: number | null;
}

const row = fc
  .record({
    number: fc.integer({ min: 0, max: 9 }),
    year: fc.integer({ min: 2020, max: 2023 }),
    result: fc.constantFrom("ST1", "AT3", "C2"),
    project: fc.constantFrom("P-1", "P-2", "Ñ'3"),
    score: fc.option(fc.integer({ min: 0, max: 4 })),
  })
  .map(
    ({ number, ...rest }): Row => ({
      collective: `c-${number}`,
      country: number < 5 ? "GTM" : "KEN",
      type: number % 3 === 0 ? "ngo" : "community",
      ...rest,
    }),
  );
const programme = fc.uniqueArray(row, {
  maxLength: 60,
  selector: ({ collective, year, result }) => `${collective}|${year}|${result}`,
});

/** P-1 is paid for by two donors, one of them until 2021; P-2 by one through two grants of one code as another's; Ñ'3 by nobody. */
const funding = [
  { grant_code: "G", funder: "A", project: "P-1", year_from: 2019, year_to: 2021 },
  { grant_code: "G", funder: "B", project: "P-1", year_from: 2019, year_to: 2024 },
  { grant_code: "H", funder: "B", project: "P-2", year_from: 2022, year_to: 2024 },
];

async function read(rows: readonly Row[]): Promise<Unit[]> {
  const store = await openWriter(":memory:");
  const connection = await store.connect();
  await createTables(connection, tablesOf(Object.values(tables), "restricted"), "restricted");
  await connection.run(`INSERT INTO country BY NAME SELECT * FROM (VALUES ('GTM', 'latin-america'), ('KEN', 'east-africa')) t(country, region),
    (SELECT 'x' AS name_en, 'x' AS name_es, 'x' AS name_fr, '0' AS m49, false AS escazu_party, false AS collective_measures_in_law, 2020 AS first_year, 2023 AS last_year)`);
  const told = { evidence: null, framework_version: "1", formality: "unknown", setting: "unknown" };
  await append(
    connection,
    tables.year_score,
    rows.map((one) => ({ ...one, ...told, missing: one.score === null ? "NK" : null })),
  );
  for (const { grant_code, funder, project, year_from, year_to } of funding)
    await connection.run(
      `INSERT INTO funding BY NAME SELECT '${grant_code}' AS grant_code, '${funder}' AS funder, '${project}' AS project, 'GTM' AS country,
         ${year_from} AS year_from, ${year_to} AS year_to, 'long' AS term, 1 AS version, 'r' AS report, 's' AS sheet, 1 AS row, TIMESTAMPTZ '2024-01-01' AS learned_at`,
    );
  const units = await readUnits(connection, "");
  connection.closeSync();
  store.close();
  return units;
}

function payers({ project, year }: Row) {
  const paid = funding.filter((one) => one.project === project && one.year_from <= year && year <= one.year_to);
  return {
    projects: [project],
    funders: paid.map(({ funder }) => funder).sort(),
    grants: paid.map(({ funder, grant_code }) => grantOf(funder, grant_code)).sort(),
  };
}

const distinct = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())].sort();

describe("collectives as protection reads them", () => {
  it("hold what was filed of each year, result and payer, and know the same collective a year before and after", async () => {
    await fc.assert(
      fc.asyncProperty(programme, async (rows) => {
        const units = await read(rows);
        const keys = new Set(rows.map(({ collective, year }) => `${collective}|${year}`));
        expect(new Set(units.map(({ collective, year }) => `${collective}|${year}`))).toEqual(keys);
        expect(units).toHaveLength(keys.size);
        for (const unit of units) {
          const own = rows.filter(({ collective, year }) => collective === unit.collective && year === unit.year);
          const { country, type } = own[0] as Row;
          expect(unit).toMatchObject({ country, type, region: country === "GTM" ? "latin-america" : "east-africa" });
          for (const result of ["ST1", "AT3", "C2", "unheard of"]) {
            const filed = own.find((one) => one.result === result);
            expect(unit.filed.get(result)).toEqual(filed && { score: filed.score, ...payers(filed) });
          }
          const all = own.map(payers);
          expect(unit.projects).toEqual(distinct(all.map(({ projects }) => projects)));
          expect(unit.funders).toEqual(distinct(all.map(({ funders }) => funders)));
          expect(unit.grants).toEqual(distinct(all.map(({ grants }) => grants)));
          for (const [other, year] of [
            [unit.previous, unit.year - 1],
            [unit.next, unit.year + 1],
          ] as const) {
            expect(other !== undefined).toBe(keys.has(`${unit.collective}|${year}`));
            if (other) expect([other.collective, other.year]).toEqual([unit.collective, year]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("are counted alike where they stand and score alike in every release, and none is lost or counted twice", async () => {
    await fc.assert(
      fc.asyncProperty(programme, programme, async (before, after) => {
        const versions = [
          { release: 1, units: await read(before) },
          { release: 2, units: await read(after) },
        ];
        for (const { year, lives } of livesByYear(versions)) {
          const here = (rows: readonly Row[]) => rows.filter((one) => one.year === year);
          expect(new Set(lives.map((life) => (life[0] ?? life[1])?.collective))).toEqual(
            new Set([...here(before), ...here(after)].map(({ collective }) => collective)),
          );
          for (const result of ["ST1", "AT3", "C2"]) {
            const scored = (rows: readonly Row[]) =>
              here(rows).filter((one) => one.result === result && one.score !== null);
            const { atoms, kin } = scoreAtoms(result, lives);
            [before, after].forEach((rows, version) => {
              const high = scored(rows).filter(({ score }) => (score as number) >= 3).length;
              const sum = (of: (one: (typeof kin)[number]) => boolean) =>
                kin.filter(of).reduce((total, { count }) => total + count, 0);
              expect(sum(({ life }) => life[version] !== undefined)).toBe(scored(rows).length);
              expect(sum(({ life }) => life[version]?.of === "high")).toBe(high);
              const counted = atoms.map(({ epochs, epochOf }) => epochs[epochOf[version] ?? -1]?.high ?? 0);
              expect(counted.reduce((total, count) => total + count, 0)).toBe(high);
            });
            const known = new Set([...scored(before), ...scored(after)].map(({ collective }) => collective));
            expect(kin.reduce((total, { count }) => total + count, 0)).toBe(known.size);
            expect(atoms.reduce((total, one) => total + one.scored, 0)).toBe(known.size);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
