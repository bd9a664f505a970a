import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PublishedResult } from "@trama/data/schema";
import { all, openReader } from "@trama/data/store";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyFolder, trama } from "../home.ts";
import { sharedFixture } from "../shared.ts";

const folder = sharedFixture("workbooks/unhcr");
const years = [2016, 2017, 2018, 2019];

interface Outcome {
  files: {
    path: string;
    status: string;
    source: string | null;
    rows: Record<string, number>;
    issues: { rule: string; row: number; column: string }[];
  }[];
}

describe.skipIf(!folder)("the published results workbooks of 2016-2019 (skipped where ../shared is absent)", () => {
  let outcome: Outcome;
  let rows: PublishedResult[];

  beforeAll(async () => {
    const home = join(await emptyFolder("unhcr"), "home");
    const { stdout } = await trama(["ingest", folder as string, "--home", home, "--json"]);
    outcome = JSON.parse(stdout) as Outcome;
    const store = await openReader(join(home, "working.duckdb"));
    rows = await all<PublishedResult>(await store.connect(), "SELECT * FROM published_result");
    store.close();
  });

  it("are read by a declared source, every row of them", () => {
    const results = outcome.files.filter(({ source }) => source === "unhcr-results");
    expect(
      results.map(({ rows: { read, accepted, rejected, skipped } }) => ({ read, accepted, rejected, skipped })),
    ).toEqual([
      { read: 4980, accepted: 4979, rejected: 0, skipped: 1 },
      { read: 4575, accepted: 4574, rejected: 0, skipped: 1 },
      { read: 3988, accepted: 3987, rejected: 0, skipped: 1 },
      { read: 3967, accepted: 3966, rejected: 0, skipped: 1 },
    ]);
    expect(rows).toHaveLength(17_506);
  });

  it("give the counts and sums that R and Python gave, for each year, result type and indicator", async () => {
    const expected = await expectedRows("by_year_type_indicator.csv");
    expect(expected).toHaveLength(2087);
    const groups = new Map<string, PublishedResult[]>();
    for (const row of rows) push(groups, [row.year, row.result_type, row.indicator].join("|"), row);
    expect(groups.size).toBe(2087);
    for (const row of expected) {
      const group = groups.get([row.year, row.result_type, row.result_indicator_title].join("|")) ?? [];
      const actuals = group.flatMap(({ actual }) => (actual === null ? [] : [actual]));
      const both = group.filter(({ actual, target }) => actual !== null && target !== null);
      const sum = actuals.reduce((total, actual) => total + actual, 0);
      const found = {
        rows: group.length,
        n_baseline: group.filter(({ baseline }) => baseline !== null).length,
        n_target: group.filter(({ target }) => target !== null).length,
        n_actual: actuals.length,
        n_both: both.length,
        n_met_ge: both.filter(({ actual, target }) => (actual as number) >= (target as number)).length,
      };
      expect({ indicator: row.result_indicator_title, ...found }).toEqual({
        indicator: row.result_indicator_title,
        rows: Number(row.rows),
        n_baseline: Number(row.n_baseline),
        n_target: Number(row.n_target),
        n_actual: Number(row.n_actual),
        n_both: Number(row.n_both),
        n_met_ge: Number(row.n_met_ge),
      });
      if (actuals.length > 0) {
        expectClose(sum, Number(row.sum_actual));
        expectClose(sum / actuals.length, Number(row.mean_actual));
      }
    }
  });

  it("give the matched panel of 2018 and 2019 that R and Python gave", async () => {
    const expected = await expectedRows("matched_panel_2018_2019.csv");
    const [first, second] = [panelOf(rows, 2018), panelOf(rows, 2019)];
    const pairs = new Map<string, [number, number][]>();
    for (const [key, { indicator, actual }] of first) {
      const later = second.get(key);
      if (later) push(pairs, indicator, [actual, later.actual]);
    }
    expect(pairs.size).toBe(expected.length);
    for (const row of expected) {
      const found = pairs.get(row.result_indicator_title as string) ?? [];
      const mean = (at: 0 | 1) => found.reduce((total, pair) => total + pair[at], 0) / found.length;
      expect([
        found.length,
        count(found, (a, b) => b > a),
        count(found, (a, b) => b < a),
        count(found, (a, b) => b === a),
      ]).toEqual([row.n, row.up, row.down, row.same].map(Number));
      expectClose(mean(0), Number(row.mean_t0));
      expectClose(mean(1), Number(row.mean_t1));
    }
  });

  it("keep the text of a value that is no number, leave the figure empty, and flag the cell", () => {
    const texts = rows.filter(({ actual, actual_text }) => actual === null && actual_text !== null);
    const flagged = outcome.files.flatMap(({ issues }) => issues).filter(({ rule }) => rule === "number.text");
    expect(flagged.filter(({ column }) => column === "AA")).toHaveLength(texts.length);
    expect(years.every((year) => rows.some((row) => row.year === year))).toBe(true);
  });
});

/** One actual for each activity (without its year), indicator and population; keys that occur twice are dropped. */
function panelOf(rows: readonly PublishedResult[], year: number) {
  const groups = new Map<string, { indicator: string; actual: number }[]>();
  for (const { year: of, activity, indicator, disaggregation, actual } of rows) {
    if (of !== year || actual === null) continue;
    const population = disaggregation?.split("; ")[0]?.replace(/^[^:]*: /, "") ?? "";
    push(groups, [activity.replace(`-${year}-`, "-"), indicator, population].join("|"), { indicator, actual });
  }
  return new Map(
    [...groups].flatMap(([key, [only, ...others]]) => (only && others.length === 0 ? [[key, only] as const] : [])),
  );
}

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

function count(pairs: readonly [number, number][], holds: (first: number, second: number) => boolean): number {
  return pairs.filter(([first, second]) => holds(first, second)).length;
}

function expectClose(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

async function expectedRows(name: string): Promise<Record<string, string>[]> {
  return parse(await readFile(join(folder as string, "expected", name)), { columns: true }) as Record<string, string>[];
}
