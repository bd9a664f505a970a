import { collectiveTypes, findCountry, missingCodes, parsePeriod } from "@trama/data/codelists";
import type { EntryRow } from "@trama/data/entry/workbook";
import {
  countryProfiles,
  firstYear,
  lastYear,
  makeCollectives,
  planted,
  sampleProjects,
  sampleReports,
  syntheticNotice,
} from "@trama/data/samples";
import { readXlsx } from "hucre";
import { describe, expect, it } from "vitest";

const reports = sampleReports();
const collectives = makeCollectives(planted.seed);
const resultsOf = (path: string) => reports.find((report) => report.path === path)!.rows.results!;
const isAccepted = (row: EntryRow) => row.collective !== undefined && !row.panel;

describe("the sample reports", () => {
  it("are the same for the same seed, byte for byte, and others for another", async () => {
    const some = reports.filter((_, index) => index % 20 === 0);
    const again = sampleReports();
    for (const report of some) {
      const twin = again.find(({ path }) => path === report.path)!;
      expect(Buffer.from(await twin.bytes()).equals(Buffer.from(await report.bytes()))).toBe(true);
    }
    const others = sampleReports({ seed: 7 });
    expect(JSON.stringify(others[0]!.rows)).not.toBe(JSON.stringify(reports[0]!.rows));
  });

  it("each have a path of their own", () => {
    expect(new Set(reports.map(({ path }) => path)).size).toBe(reports.length);
    expect(reports.length).toBeGreaterThanOrEqual(120);
    expect(reports.length).toBeLessThanOrEqual(140);
  });

  it("cover every country in every year", () => {
    const filed = new Set(reports.map(({ country, year }) => `${country} ${year}`));
    expect(filed.size).toBe(countryProfiles.length * (lastYear - firstYear + 1));
  });

  it("speak of 200 to 240 collectives, 12 to 26 a country, of every type", () => {
    expect(collectives.length).toBeGreaterThanOrEqual(200);
    expect(collectives.length).toBeLessThanOrEqual(240);
    for (const { code } of countryProfiles) {
      const here = collectives.filter(({ country }) => country === code).length;
      expect(here).toBeGreaterThanOrEqual(12);
      expect(here).toBeLessThanOrEqual(26);
    }
    expect(new Set(collectives.map(({ type }) => type))).toEqual(
      new Set(collectiveTypes.codes.map(({ code }) => code)),
    );
  });

  it("have three types in common that make up most of each region in every year, in another mix in each", () => {
    const main = ["community-association", "rural-peasant", "womens-organisation"];
    const regions = new Map(countryProfiles.map(({ code }) => [code, findCountry(code)?.region]));
    for (const region of new Set(regions.values())) {
      const here = collectives.filter(({ country }) => regions.get(country) === region);
      for (let year = firstYear; year <= lastYear; year += 1) {
        const active = here.filter(({ from, to }) => from <= year && year <= to);
        const of = (type: string) => active.filter((one) => one.type === type).length;
        expect(main.every((type) => of(type) >= 5)).toBe(true);
        expect(main.reduce((sum, type) => sum + of(type), 0) / active.length).toBeGreaterThan(0.6);
      }
      expect(new Set(here.map(({ type }) => type)).size).toBeGreaterThan(main.length + 1);
    }
  });

  it("name nothing that could be taken for real", () => {
    for (const { code } of collectives) expect(code).toMatch(/^SAMPLE-[A-Z]{3}-\d\d$/);
    for (const { title } of sampleProjects) expect(title).toContain("synthetic");
  });

  it("say that they are synthetic on every sheet of every workbook and at the top of every CSV file", async () => {
    for (const report of reports.filter(({ path }, index) => path.endsWith(".csv") || index % 12 === 0)) {
      const bytes = await report.bytes();
      if (report.path.endsWith(".csv")) {
        expect(Buffer.from(bytes).toString("latin1").split(/\r?\n/)[0]).toContain("SYNTHETIC SAMPLE DATA");
        continue;
      }
      for (const sheet of (await readXlsx(bytes)).sheets) {
        expect(String(sheet.rows[0]![0]), `${report.path} ${sheet.name}`).toContain(syntheticNotice[report.lang]);
      }
    }
  });

  it("hold exactly one accepted score per collective, result and period, apart from what is planted", () => {
    const spoilt = new Set(planted.mistakes.map(({ path }) => path));
    for (const { path, rows } of reports.filter((report) => report.rows.results && !spoilt.has(report.path))) {
      const keys = rows.results!.filter(isAccepted).map(({ collective, result }) => `${collective} ${result}`);
      expect(new Set(keys).size, path).toBe(keys.length);
      expect(keys.length % 16, path).toBe(0);
    }
  });

  it("score two raters on about a fifth of the scores, near the accepted one", () => {
    const rows = reports.flatMap(({ rows: { results = [] } }) => results);
    const rated = rows.filter(({ rater }) => rater);
    const share = rated.length / 2 / rows.filter(isAccepted).length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.25);
    expect(rated.every(({ panel }) => panel === "assembly")).toBe(true);
  });

  it("miss 4 to 6 in a hundred scores, with every one of the five codes", () => {
    const accepted = reports.flatMap(({ rows: { results = [] } }) => results.filter(isAccepted));
    const missing = accepted.filter(({ score }) => missingCodes.codes.some(({ code }) => code === score));
    expect(missing.length / accepted.length).toBeGreaterThan(0.04);
    expect(missing.length / accepted.length).toBeLessThan(0.06);
    expect(new Set(missing.map(({ score }) => score)).size).toBe(5);
    expect(accepted.some(({ score, evidence }) => Number(score) >= 3 && Number(evidence) < 2)).toBe(true);
  });

  it("report whole years, half-years and quarters", () => {
    const kinds = new Set(reports.map(({ period }) => parsePeriod(period)!.code.slice(5, 6)));
    expect(kinds).toEqual(new Set(["", "H", "Q"]));
  });
});

describe("the half of the framework that tells how results come about", () => {
  const sheets = ["actions", "capacities", "bonding", "ties", "pressure", "outcomes"] as const;

  it("is in the samples on every sheet that asks for it", () => {
    for (const sheet of sheets)
      expect([sheet, reports.some(({ rows }) => (rows[sheet]?.length ?? 0) > 0)]).toEqual([sheet, true]);
  });

  it("speaks of collectives that the same report speaks of, and of invented allies only", () => {
    for (const { rows } of reports) {
      const known = new Set((rows.collectives ?? []).map(({ collective }) => collective));
      for (const sheet of sheets)
        for (const { collective, ally } of rows[sheet] ?? []) {
          expect(known.has(collective as string)).toBe(true);
          if (sheet === "ties") expect(ally).toMatch(/^SAMPLE-ALLY-[A-Z]{3}-\d$/);
        }
    }
  });

  it("tells of changes for the better, for the worse and both, intended or not", () => {
    const told = reports.flatMap(({ rows }) => rows.outcomes ?? []);
    expect(new Set(told.map(({ direction }) => direction))).toEqual(new Set(["positive", "negative", "mixed"]));
    expect(new Set(told.map(({ intended }) => intended))).toEqual(new Set(["yes", "no"]));
  });
});

describe("what is planted in the sample reports", () => {
  const wrongWith = {
    "score-out-of-range": (row: EntryRow) => row.score === 5,
    "score-not-a-code": (row: EntryRow) => row.score === "n/a",
    "unknown-result": (row: EntryRow) => row.result === "ST9",
    "impossible-period": (row: EntryRow) => row.period === "2023-H3",
    "unknown-country": (row: EntryRow) => row.country === "ZZZ",
    "duplicate-row": (row: EntryRow, index: number, rows: readonly EntryRow[]) =>
      index > 0 && row.collective !== undefined && JSON.stringify(row) === JSON.stringify(rows[index - 1]),
  } as const;

  it.each(planted.mistakes)("is one $kind in $path, and in no file without it", ({ path, kind }) => {
    expect(resultsOf(path).filter(wrongWith[kind])).toHaveLength(1);
    const expected = planted.mistakes.filter((mistake) => mistake.kind === kind).map((mistake) => mistake.path);
    const found = reports.filter(({ rows }) => rows.results?.some(wrongWith[kind])).map((report) => report.path);
    expect(found.sort()).toEqual([...expected].sort());
  });

  it("is notes in the files that say so, and nowhere else", () => {
    const found = reports.flatMap(({ path, rows }) => {
      const notes = rows.results?.filter(({ note }) => note).length ?? 0;
      return notes > 0 ? [[path, notes]] : [];
    });
    expect(Object.fromEntries(found)).toEqual(planted.notes);
  });

  it("is blank lines between results", () => {
    for (const [path, count] of Object.entries(planted.blankRows)) {
      expect(resultsOf(path).filter((row) => Object.keys(row).length === 0)).toHaveLength(count);
    }
  });

  it("is five second versions with some scores changed", () => {
    for (const [path, count] of Object.entries(planted.revisions)) {
      const first = resultsOf(path.replace("-v2", ""));
      const changed = resultsOf(path).filter((row, index) => row.score !== first[index]!.score);
      expect(changed).toHaveLength(count);
    }
    expect(reports.filter(({ version }) => version === 2)).toHaveLength(5);
  });

  it("is targets revised with a reason", () => {
    const reasons = reports.filter(({ version }) => version === 1).flatMap(({ rows }) => rows.targets ?? []);
    expect(reasons.filter(({ reason }) => reason)).toHaveLength(planted.targetReasons);
  });
});
