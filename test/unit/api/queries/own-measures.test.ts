import { createStatements, type Observation, type PublishedResult, type Table, tables } from "@trama/data/schema";
import { append, database, openWriter, type Store } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Manager } from "../../../../api/policies/principal.ts";
import { scoped } from "../../../../api/policies/scoped.ts";
import { findLocalFigures, findPublishedResults } from "../../../../api/queries/restricted/own-measures.ts";

let store: Store;
let db: ReturnType<typeof database>;

const manager: Manager = {
  kind: "manager",
  account: "a",
  name: "m",
  by: { kind: "session" },
  mustChange: false,
  countries: ["GTM"],
  projects: [],
};

const blankOf = (table: Table) =>
  Object.fromEntries(
    Object.entries(table.columns).map(([name, { sql, nullable }]) => [
      name,
      nullable ? null : sql === "VARCHAR" ? "x" : sql === "BOOLEAN" ? false : sql === "TIMESTAMPTZ" ? new Date(0) : 1,
    ]),
  );
let row = 0;
const observation = (about: Partial<Observation>): Observation => {
  row += 1;
  const plain = {
    ...blankOf(tables.observation as Table),
    country: "GTM",
    project: "P1",
    year: 2024,
    period: "2024",
    panel: "accepted",
  };
  return { ...plain, row, collective: `c-${row}`, ...about } as never;
};
const published = (about: Partial<PublishedResult>): PublishedResult => {
  row += 1;
  return {
    ...blankOf(tables.published_result as Table),
    row,
    publisher: "XM-1",
    country: "GTM",
    year: 2024,
    ...about,
  } as never;
};

beforeAll(async () => {
  store = await openWriter(":memory:");
  const connection = await store.connect();
  for (const table of (Object.values(tables) as Table[]).filter(({ homes }) => homes.includes("restricted")))
    for (const statement of createStatements(table)) await connection.run(statement);
  const percent = { indicator: "L:WATER", measure: "percentage" };
  const families = { indicator: "L:FAMILIES", measure: "count" };
  const trust = { indicator: "L:TRUST", measure: "ordinal" };
  await append(connection, tables.observation, [
    observation({ ...percent, value: 50, numerator: 10, denominator: 20, baseline: 20, target: 80 }),
    observation({ ...percent, value: 90, numerator: 90, denominator: 100, baseline: 40, target: 90 }),
    observation({ ...families, value: 30, baseline: 10 }),
    observation({ ...families, value: 12, baseline: 5 }),
    observation({ ...families, collective: "c-r", value: 7, revision: 1 }),
    observation({ ...families, collective: "c-r", value: 8, revision: 2 }),
    observation({ ...families, collective: "c-h", value: 1, period: "2024-H1" }),
    observation({ ...families, collective: "c-h", value: 2, period: "2024-H2" }),
    observation({ ...trust, value: 2 }),
    observation({ ...trust, value: 4 }),
    observation({ indicator: "L:STORY", measure: "qualitative" }),
    observation({ ...families, country: "KEN", project: "P2", value: 1000 }),
  ] as never);
  await append(connection, tables.published_result, [
    published({ measure: "percentage", actual: 80, target: 70 }),
    published({ measure: "percentage", actual: 40, target: 70 }),
    published({ measure: "percentage", actual: 60, target: null }),
    published({ measure: "count", actual: 5, target: 5 }),
    published({ measure: "count", actual: 7, target: 10 }),
    published({ measure: "qualitative", actual: null, actual_text: "a story" }),
    published({ measure: "count", country: "KEN", actual: 1_000_000, target: 1 }),
    published({ measure: "count", country: null, actual: 1_000_000, target: 1 }),
  ] as never);
  connection.closeSync();
  db = database(store, 1);
});
afterAll(async () => {
  await db.destroy();
  store.close();
});

describe("indicators that projects made for themselves", () => {
  it("are put together by the rule of their own measure, from the last revision of the year's last period", async () => {
    const figures = await findLocalFigures(scoped(manager, db), {});
    const of = (indicator: string) => figures.find((figure) => figure.indicator === indicator);
    expect(figures).toHaveLength(4);
    expect(of("L:WATER")).toMatchObject({
      n: 2,
      median: [50, 90],
      total: null,
      share: 100 / 120,
      baseline: 20,
      target: 80,
    });
    const [lower, upper] = (of("L:WATER")?.interval ?? [1, 0]) as [number, number];
    expect([lower < 100 / 120, upper > 100 / 120]).toEqual([true, true]);
    expect(of("L:FAMILIES")).toMatchObject({
      n: 4,
      total: 30 + 12 + 8 + 2,
      median: [8, 12],
      share: null,
      baseline: 15,
    });
    expect(of("L:TRUST")).toMatchObject({ n: 2, median: [2, 4], total: null });
    expect(of("L:STORY")).toMatchObject({ n: 1, median: [null, null], total: null, share: null });
  });

  it("have no pooled share where one collective gave no numerator", async () => {
    const connection = await store.connect();
    await append(connection, tables.observation, [
      observation({ indicator: "L:PART", measure: "percentage", value: 10, numerator: 1, denominator: 10 }),
      observation({ indicator: "L:PART", measure: "percentage", value: 30 }),
    ] as never);
    connection.closeSync();
    const [figure] = await findLocalFigures(scoped(manager, db), { indicator: ["L:PART"] });
    expect(figure).toMatchObject({ n: 2, share: null, interval: [null, null], median: [10, 30] });
  });
});

describe("results of other publishers", () => {
  it("are summed up by measure, never mixed, and only of countries in reach", async () => {
    const { results, more, summary } = await findPublishedResults(scoped(manager, db), { limit: 4, after: 0 });
    expect([results.length, more]).toEqual([4, true]);
    const rest = await findPublishedResults(scoped(manager, db), { limit: 4, after: 4 });
    expect([rest.results.length, rest.more]).toEqual([2, false]);
    expect(summary.map(({ measure }) => measure)).toEqual(["count", "percentage", "qualitative"]);
    expect(summary).toMatchObject([
      { figures: 2, with_actual: 2, median: 5, total: 12, with_target: 2, at_target: 1, share: 0.5 },
      { figures: 3, with_actual: 3, median: 60, total: null, with_target: 2, at_target: 1, share: 0.5 },
      { figures: 1, with_actual: 0, median: null, total: null, with_target: 0, share: null },
    ]);
    expect(results.concat(rest.results).every(({ country }) => country === "GTM")).toBe(true);
  });
});
