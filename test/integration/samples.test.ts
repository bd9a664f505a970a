import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { matchCountry } from "@trama/data/codelists";
import { planted } from "@trama/data/samples";
import { type Table, tables } from "@trama/data/schema";
import { all, openReader, type Store } from "@trama/data/store";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp } from "../../api/app.ts";
import type { Cell } from "../../api/contract/index.ts";
import { openReleases } from "../../api/release.ts";

const home = inject("sampleHome");
const folder = inject("sampleFolder");

/** An accepted score as a file states it, read without any of the platform's own reading code. */
interface Filed {
  readonly country: string;
  readonly collective: string;
  readonly result: string;
  readonly period: string;
  readonly version: number;
  readonly score: string;
}

let filed: Filed[];
let restricted: Store;

beforeAll(async () => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(xlsx|csv)$/.test(name)).sort();
  filed = (await Promise.all(names.map((name) => (name.endsWith(".csv") ? readCsv(name) : readWorkbook(name))))).flat();
  restricted = await openReader(join(home, "releases", "1", "restricted.duckdb"));
});
afterAll(() => restricted.close());

describe("a release of the sample reports", () => {
  it("has tables of both dimensions that plain DuckDB reads", async () => {
    const connection = await restricted.connect();
    const [territory, networks] = await Promise.all(
      ["spatial_territorial_result", "interaction_network_result"].map((table) =>
        all<{ result: string; rows: number }>(
          connection,
          `SELECT result, count(*) AS rows FROM ${table} GROUP BY result ORDER BY result`,
        ),
      ),
    );
    expect(territory?.map(({ result }) => result)).toEqual(["ST1", "ST2", "ST3", "ST4", "ST5"]);
    expect(networks?.map(({ result }) => result)).toEqual([
      "EX1",
      "EX2",
      "EX3",
      "EX4",
      "EX5",
      "EX6",
      "EX7",
      "IN1",
      "IN2",
      "IN3",
      "IN4",
    ]);
    const columns = await all<{ name: string }>(
      connection,
      "SELECT column_name AS name FROM duckdb_columns() WHERE table_name = 'spatial_territorial_result' ORDER BY column_index",
    );
    expect(columns.map(({ name }) => name).join(", ")).toBe(
      "collective, result, subdimension, country, project, year, period, score, missing, evidence, label",
    );
  });

  it("keeps the stated grain of every table, and a comment on every table and column", async () => {
    for (const [file, name] of [
      ["restricted", "restricted"],
      ["public", "public"],
    ] as const) {
      const store = await openReader(join(home, "releases", "1", `${file}.duckdb`));
      const connection = await store.connect();
      for (const table of (Object.values(tables) as Table[]).filter(({ homes }) => homes.includes(name))) {
        const key = table.key.map((column) => `"${column}"`).join(", ");
        const doubles = await all(
          connection,
          `SELECT ${key} FROM ${table.name} GROUP BY ${key} HAVING count(*) > 1 LIMIT 1`,
        );
        expect([table.name, doubles]).toEqual([table.name, []]);
      }
      const uncommented = await all(
        connection,
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL",
      );
      expect(uncommented).toEqual([]);
      store.close();
    }
  });

  it("holds no name of a collective in any file", async () => {
    const names = [...new Set(filed.map(({ collective }) => collective))];
    for (const path of ["working.duckdb", "releases/1/restricted.duckdb", "releases/1/public.duckdb", "ledger.jsonl"]) {
      const bytes = await readFile(join(home, path));
      expect([path, names.filter((name) => bytes.includes(name))]).toEqual([path, []]);
    }
  });

  it("rejects the planted mistakes and nothing else", async () => {
    const connection = await restricted.connect();
    const rejected = await all<{ rule: string; rows: number }>(
      connection,
      "SELECT rule, count(*) AS rows FROM rejection WHERE outcome = 'rejected' GROUP BY rule ORDER BY rule",
    );
    expect(rejected).toEqual([
      { rule: "code.known", rows: 1 },
      { rule: "country.known", rows: 1 },
      { rule: "period.readable", rows: 1 },
      { rule: "row.duplicate", rows: 1 },
      { rule: "score.range", rows: 2 },
      { rule: "score.readable", rows: 1 },
    ]);
    expect(planted.mistakes).toHaveLength(7);
  });

  it("counts every row it read: accepted, rejected, quarantined or skipped", async () => {
    const connection = await restricted.connect();
    const lost = await all(
      connection,
      "SELECT name FROM report WHERE rows_read <> rows_accepted + rows_rejected + rows_quarantined + rows_skipped",
    );
    expect(lost).toEqual([]);
  });
});

describe("the figures that the API answers", () => {
  it("hold those counted from the files by other code, cell for cell, and tell nothing where they are withheld", async () => {
    const releases = openReleases(join(home, "releases"));
    const app = createApp({ releases });
    const { cells } = (await (await app.request("/v1/cells")).json()) as { cells: Cell[] };
    await releases.close();
    const expected = countFiled(filed);
    expect(cells).toHaveLength(16 * 12 * 7);
    let compared = 0;
    for (const cell of cells) {
      const scores = expected.get([cell.country, cell.result, cell.year].join("|")) ?? [];
      const n = scores.length;
      const k = scores.filter((score) => score >= 3).length;
      const name = [cell.country, cell.result, cell.year];
      if (cell.status === "value") {
        const holds = ([lo, hi]: readonly (number | null)[], figure: number) =>
          lo !== undefined && lo !== null && hi !== undefined && hi !== null && lo <= figure && figure <= hi;
        expect([...name, n >= 5, holds(cell.n, n), holds(cell.k, k), holds(cell.share, k / n)]).toEqual([
          ...name,
          true,
          true,
          true,
          true,
        ]);
        expect([...name, cell.n[0] === cell.n[1], cell.k[0] === cell.k[1]]).toEqual([...name, false, false]);
        if (cell.median[0] !== null)
          for (const at of [Math.floor((n - 1) / 2), Math.floor(n / 2)])
            expect([...name, holds(cell.median, scores[at] as number)]).toEqual([...name, true]);
        compared += 1;
      } else {
        expect([cell.n, cell.k, cell.share, cell.interval, cell.median, cell.flags]).toEqual([
          [null, null],
          [null, null],
          [null, null],
          [null, null],
          [null, null],
          [],
        ]);
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });
});

/** Scores in place order by country, result and year: the last version of the latest period of the year that has one. */
function countFiled(rows: readonly Filed[]): Map<string, number[]> {
  const latest = new Map<string, Filed>();
  for (const row of rows) {
    const key = [row.country, row.collective, row.result, row.period].join("|");
    const before = latest.get(key);
    if (!before || row.version >= before.version) latest.set(key, row);
  }
  const ofYear = new Map<string, { rank: number; score: number; cell: string }>();
  for (const { country, collective, result, period, score } of latest.values()) {
    if (!/^[0-4]$/.test(score)) continue;
    const year = period.slice(0, 4);
    const part = /-([HQ])(\d)$/.exec(period);
    const rank = part ? Number(part[2]) * (part[1] === "H" ? 6 : 3) : 12.5;
    const key = [country, collective, result, year].join("|");
    if ((ofYear.get(key)?.rank ?? 0) <= rank)
      ofYear.set(key, { rank, score: Number(score), cell: [country, result, year].join("|") });
  }
  const cells = new Map<string, number[]>();
  for (const { cell, score } of ofYear.values()) cells.set(cell, [...(cells.get(cell) ?? []), score]);
  for (const scores of cells.values()) scores.sort((a, b) => a - b);
  return cells;
}

async function readWorkbook(name: string): Promise<Filed[]> {
  const { sheets } = await readXlsx(await readFile(join(folder, name)));
  const [report] = recordsOf(sheets[1]?.rows ?? []);
  return acceptedOf(recordsOf(sheets[3]?.rows ?? []), report);
}

async function readCsv(name: string): Promise<Filed[]> {
  const bytes = await readFile(join(folder, name));
  const text = bytes.includes(0xc3) ? bytes.toString("utf8") : bytes.toString("latin1");
  const lines = parse(text.slice(text.indexOf("\n") + 1), {
    delimiter: text.includes(";") ? ";" : ",",
    relax_column_count: true,
  }) as string[][];
  const spanish: Record<string, string> = {
    colectivo: "collective",
    resultado: "result",
    puntuación: "score",
    panel: "panel",
    país: "country",
    período: "period",
    versión: "version",
    proyecto: "project",
  };
  const [header = [], ...rows] = lines;
  const keys = header.map((cell) => spanish[cell.toLowerCase()] ?? cell.toLowerCase());
  if (!keys.includes("score")) return [];
  return acceptedOf(
    rows.map((row) => Object.fromEntries(keys.map((key, index) => [key, row[index] ?? ""]))),
    undefined,
  );
}

/** Rows below the hidden row of keys, by key. */
function recordsOf(rows: readonly (readonly unknown[])[]): Record<string, string>[] {
  const [, , keys = [], ...data] = rows;
  return data.map((row) =>
    Object.fromEntries(
      keys.map((key, index) => [
        String(key),
        row[index] === null || row[index] === undefined ? "" : String(row[index]),
      ]),
    ),
  );
}

function acceptedOf(rows: readonly Record<string, string>[], report: Record<string, string> | undefined): Filed[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const country = matchCountry(row.country || report?.country || "")?.alpha3;
    const period = row.period || report?.period || "";
    const result = /^(ST|IN|EX)\d/.exec(row.result ?? "")?.[0];
    if (
      !country ||
      !result ||
      row.panel ||
      !/^\d{4}(-[HQ][1-4])?$/.test(period) ||
      /H[34]$/.test(period) ||
      !/^([0-4]|NA|NK|NR|WH|NS)$/.test(row.score ?? "")
    )
      return [];
    const key = [row.collective, result, period].join("|");
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        country,
        collective: row.collective as string,
        result,
        period,
        version: Number(row.version || report?.version || 1),
        score: row.score as string,
      },
    ];
  });
}
