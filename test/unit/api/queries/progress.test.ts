import { createStatements, tables } from "@trama/data/schema";
import { progressClass, progressClasses } from "@trama/data/statistics";
import { append, type Db, database, openWriter, type Store } from "@trama/data/store";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Manager } from "../../../../api/policies/principal.ts";
import { scoped } from "../../../../api/policies/scoped.ts";
import { findExactProgress } from "../../../../api/queries/restricted/progress.ts";
import { progress } from "../../../../pipelines/derive/progress.ts";

let store: Store;
let db: Db;
let connection: Awaited<ReturnType<Store["connect"]>>;
beforeAll(async () => {
  store = await openWriter(":memory:");
  connection = await store.connect();
  for (const table of [tables.year_score, tables.progress, tables.target, tables.country])
    for (const statement of createStatements(table)) await connection.run(statement);
  const country = {
    name_en: "",
    name_es: "",
    name_fr: "",
    m49: null,
    region: "x",
    escazu_party: false,
    escazu_since: null,
  };
  const others = { ...country, collective_measures_in_law: false, first_year: 2021, last_year: 2024 };
  await append(
    connection,
    tables.country,
    ["GTM", "HND", "COL"].map((code) => ({ country: code, ...others })) as never,
  );
  db = database(store);
});
afterAll(async () => {
  connection.closeSync();
  await db.destroy();
  store.close();
});

const years = [2021, 2022, 2023, 2024];
interface Score {
  readonly collective: string;
  readonly result: string;
  readonly project: string;
  readonly country: string;
  readonly year: number;
  readonly score: number | null;
}
/** One score a collective, result and year, of any project and country: some collectives move between countries. */
const scores: fc.Arbitrary<Score[]> = fc.uniqueArray(
  fc.record({
    collective: fc.constantFrom("c-1", "c-2", "c-3", "c-4"),
    result: fc.constantFrom("ST1", "EX1"),
    project: fc.constantFrom("P1", "P2"),
    country: fc.constantFrom("GTM", "HND", "COL"),
    year: fc.constantFrom(...years),
    score: fc.option(fc.integer({ min: 0, max: 4 })),
  }),
  { maxLength: 40, selector: ({ collective, result, year }) => `${collective}|${result}|${year}` },
);
const reach = fc.record({
  countries: fc.subarray(["GTM", "HND", "COL"]),
  projects: fc.subarray(["P1", "P2"]),
});

/** What each class of progress counts, worked out collective by collective from the scores in reach. */
function expected(all: readonly Score[], { countries, projects }: { countries: string[]; projects: string[] }) {
  const lives = new Map<string, Score[]>();
  for (const score of all)
    if (score.score !== null && (countries.includes(score.country) || projects.includes(score.project))) {
      const key = `${score.result}|${score.project}|${score.collective}`;
      lives.set(key, [...(lives.get(key) ?? []), score]);
    }
  const found = new Map<string, number[]>();
  for (const [key, life] of lives) {
    const inTime = [...life].sort((one, other) => one.year - other.year);
    const [baseline, latest] = [inTime[0]?.score as number, inTime.at(-1)?.score as number];
    if (inTime.length < 2) continue;
    const group = key.split("|").slice(0, 2).join("|");
    const counts = found.get(group) ?? [0, 0, 0, 0, 0];
    found.set(group, counts);
    counts[0]! += 1;
    counts[progressClasses.indexOf(progressClass({ baseline, latest, target: 3 })) + 1]! += 1;
  }
  return Object.fromEntries(found);
}

it("is for every reach what the scores in that reach give, also of collectives that moved between countries", async () => {
  await fc.assert(
    fc.asyncProperty(scores, reach, async (all, within) => {
      await connection.run("DELETE FROM year_score; DELETE FROM progress");
      const same = { missing: null, evidence: 2, framework_version: "1", type: "ngo", formality: "x", setting: "x" };
      await append(connection, tables.year_score, all.map((score) => ({ ...score, ...same })) as never);
      await progress(connection);
      const manager = {
        kind: "manager",
        account: "1",
        name: "m",
        by: { kind: "session" },
        mustChange: false,
        ...within,
      };
      const told = await findExactProgress(scoped(manager as Manager, db), {});
      expect(
        Object.fromEntries(
          told.map((one) => [
            `${one.result}|${one.project}`,
            [one.n, one.reached, one.moved_towards, one.stayed, one.moved_away].map(([lo]) => lo),
          ]),
        ),
      ).toEqual(expected(all, within));
    }),
    { numRuns: 300 },
  );
});
