import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type EntryRow, writeEntryWorkbook } from "@trama/data/entry/workbook";
import { all, openReader } from "@trama/data/store";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { type Ingested, type Office, office } from "../office.ts";

const rows: Record<string, EntryRow[]> = {
  report: [{ project: "P1", country: "GTM", period: "2024" }],
  collectives: [{ collective: "c1", type: "movement", formality: "informal", setting: "rural" }],
  results: [{ collective: "c1", result: "ST1", score: 3, evidence: 2 }],
  local_indicators: [
    { collective: "c1", indicator: "L-1", measure: "percentage", numerator: 3, denominator: 4 },
    { collective: "c1", indicator: "L-2", measure: "count", value: 0, baseline: 0, target: 5 },
    { collective: "c1", indicator: "L-3", measure: "percentage", value: 140 },
  ],
  targets: [{ result: "ST1", year: 2026, baseline: 1, k: 1, n: 2 }],
  funding: [{ grant_code: "G1", funder: "donor-a", year_from: 2023, year_to: 2026, term: "long" }],
  actions: [
    {
      collective: "c1",
      action: "AT1",
      score: 3,
      evidence: 2,
      lead: "collective",
      support: "training",
      mode: "preventive",
      women: 10,
      men: 0,
      result: "ST1",
      contribution_pi: 3,
    },
  ],
  capacities: [{ collective: "c1", capacity: "C2", score: 0, evidence: 2 }],
  bonding: [{ collective: "c1", item: "BO1", score: 4, evidence: 3, pairs_possible: 6, pairs_in_contact: 5 }],
  ties: [
    {
      collective: "c1",
      ally: "network of the north",
      level: "national",
      actor_type: "unknown",
      active: "yes",
      used: "no",
      through_pi: "no",
    },
  ],
  outcomes: [
    {
      outcome: "O-1",
      collective: "c1",
      what: "the town now answers in writing",
      direction: "positive",
      intended: "no",
      result: "EX2",
      contribution_collective: 2,
      substantiated: "yes",
      substantiator: "media",
    },
  ],
};

describe.each(["en", "es", "fr"] as const)("the entry workbook with all of its sheets (%s)", (lang) => {
  let team: Office;
  let file: Ingested["files"][number];

  beforeAll(async () => {
    team = await office(`whole-${lang}`);
    const { outcome } = await team.ingest(await team.write("report.xlsx", await writeEntryWorkbook({ lang, rows })));
    file = outcome.files[0] as typeof file;
    await team.run("publish");
  });

  it("is read sheet by sheet; each rule holds where its kind of row stands", () => {
    expect(file.error).toBeNull();
    expect(file.issues.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toEqual([
      "percentage.range",
    ]);
    expect(
      file.issues
        .filter(({ severity }) => severity === "warning")
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(["capacity.gap", "contribution.rival", "text.held"]);
    expect(file.rows).toMatchObject({ accepted: 12, rejected: 1, quarantined: 0 });
  });

  it("fills the tables of a release, zero kept as a value and names replaced", async () => {
    const store = await openReader(join(team.home, "releases", "1", "restricted.duckdb"));
    const connection = await store.connect();
    const read = (query: string) => all(connection, query);
    expect(
      await read("SELECT indicator, measure, score, value, numerator, denominator FROM observation ORDER BY indicator"),
    ).toEqual([
      { indicator: "BO1", measure: "ordinal", score: 4, value: null, numerator: 5, denominator: 6 },
      { indicator: "C2", measure: "ordinal", score: 0, value: null, numerator: null, denominator: null },
      { indicator: "L:L-1", measure: "percentage", score: null, value: 75, numerator: 3, denominator: 4 },
      { indicator: "L:L-2", measure: "count", score: null, value: 0, numerator: null, denominator: null },
      { indicator: "ST1", measure: null, score: 3, value: null, numerator: null, denominator: null },
    ]);
    expect(
      await read("SELECT action, result, lead, mode, women, men, youth, contribution_pi, rival_stated FROM action"),
    ).toEqual([
      {
        action: "AT1",
        result: "ST1",
        lead: "collective",
        mode: "preventive",
        women: 10,
        men: 0,
        youth: null,
        contribution_pi: 3,
        rival_stated: false,
      },
    ]);
    expect(await read("SELECT level, active, used, through_pi, length(ally) AS name FROM tie")).toEqual([
      { level: "national", active: true, used: false, through_pi: false, name: 18 },
    ]);
    expect(
      await read("SELECT outcome, direction, intended, result, substantiated, substantiator FROM outcome_statement"),
    ).toEqual([
      {
        outcome: "O-1",
        direction: "positive",
        intended: false,
        result: "EX2",
        substantiated: true,
        substantiator: "media",
      },
    ]);
    expect(await read("SELECT result, year, baseline, k, n FROM target")).toEqual([
      { result: "ST1", year: 2026, baseline: 1, k: 1, n: 2 },
    ]);
    store.close();
  });
});

describe("the workbook of the next period", () => {
  it("begins from the project's last report: its collectives, targets and lines, no score carried over", async () => {
    const team = await office("next");
    await team.ingest(await team.write("report.xlsx", await writeEntryWorkbook({ lang: "en", rows })));
    const out = join(team.folder, "next.xlsx");
    expect((await team.run("template", "--project", "P1", "--lang", "fr", "--out", out)).code).toBe(0);
    const { sheets } = await readXlsx(await readFile(out));
    const dataOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows.slice(3) ?? [];
    expect(dataOf("Rapport")[0]?.slice(0, 4)).toEqual(["P1", null, "Guatemala", null]);
    expect(dataOf("Collectifs")[0]?.slice(0, 3)).toEqual(["c1", "Mouvement social ou populaire", "Groupe informel"]);
    expect(dataOf("Résultats")[0]?.slice(0, 5)).toEqual(["c1", "ST1", null, null, null]);
    expect(dataOf("Financement")[0]?.slice(0, 2)).toEqual(["G1", "donor-a"]);
  });

  it("says so where no report of the project was filed", async () => {
    const team = await office("nobody");
    await team.ingest(await team.write("report.xlsx", await writeEntryWorkbook({ lang: "en", rows })));
    const ran = await team.run("template", "--project", "P9", "--out", join(team.folder, "x.xlsx"));
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringMatching(/No report of the project P9/)]);
  });
});
