import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeEntryWorkbook } from "@trama/data/entry/workbook";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyFolder, trama } from "../home.ts";

interface Outcome {
  files: {
    path: string;
    status: string;
    rows: { read: number; accepted: number; rejected: number; quarantined: number; skipped: number };
    issues: {
      rule: string;
      severity: string;
      message: { en: string } | string;
      sheet: string;
      row: number;
      column: string | null;
      value: string | null;
    }[];
    error: { code: string; message: string } | null;
  }[];
  totals: Record<string, number>;
}

let folder: string;
let home: string;

beforeAll(async () => {
  folder = await emptyFolder("bad");
  home = join(folder, "home");
});

async function ingest(...paths: string[]) {
  const ran = await trama(["ingest", ...paths, "--home", home, "--json"]);
  return { ...ran, outcome: JSON.parse(ran.stdout) as Outcome };
}

const header = "project,country,period,collective,result,score,evidence";

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe("a report that cannot be read", () => {
  it("is named with the remedy when there is no such file", async () => {
    const { code, outcome } = await ingest(join(folder, "nowhere.xlsx"));
    expect(code).toBe(1);
    expect(outcome.files[0]?.error).toMatchObject({ code: "path.missing" });
    expect(outcome.files[0]?.error?.message).toMatch(/nowhere\.xlsx.*Check the spelling/);
  });

  it("is named when the folder holds no reports", async () => {
    await mkdir(join(folder, "empty"), { recursive: true });
    const { code, outcome } = await ingest(join(folder, "empty"));
    expect([code, outcome.files[0]?.error?.code]).toEqual([1, "folder.empty"]);
  });

  it("is refused with the formats to use when its format is unknown", async () => {
    const { code, outcome } = await ingest(await file("report.bin", Buffer.from([0, 1, 2, 3, 255, 254, 0, 9])));
    expect([code, outcome.files[0]?.error?.code]).toEqual([1, "format.unknown"]);
    expect(outcome.files[0]?.error?.message).toMatch(/trama sources/);
  });

  it("is refused with the remedy when it is an old .xls, whatever its name", async () => {
    const bytes = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
    const { outcome } = await ingest(await file("old.xlsx", bytes));
    expect(outcome.files[0]?.error).toMatchObject({
      code: "format.old-xls",
      message: expect.stringMatching(/save it as \.xlsx/),
    });
  });

  it("is refused when it is empty, and when its only sheet is", async () => {
    const blank = await writeXlsx({ sheets: [{ name: "Results", rows: [] }] });
    const { code, outcome } = await ingest(await file("nothing.csv", ""), await file("blank.xlsx", blank));
    expect(code).toBe(1);
    expect(outcome.files.map(({ error }) => error?.code)).toEqual(["file.empty", "sheet.empty"]);
    expect(outcome.files[1]?.error?.message).toMatch(/"Results"/);
  });

  it("is refused when nothing is filled in below the headers of the template", async () => {
    const { outcome } = await ingest(await file("unfilled.xlsx", await writeEntryWorkbook({ lang: "en" })));
    expect(outcome.files[0]?.error).toMatchObject({
      code: "sheet.empty",
      message: expect.stringMatching(/Fill in the report/),
    });
  });

  it("is refused with the sheet, the row and the missing column when its header has changed", async () => {
    const { code, outcome } = await ingest(
      await file("changed.csv", "project,country,period,collective,result,marks\nP,GTM,2024,c1,ST1,3\n"),
    );
    expect([code, outcome.files[0]?.error?.code]).toEqual([1, "header.changed"]);
    expect(outcome.files[0]?.error?.message).toMatch(/sheet "changed", row 1.*"score".*trama template/);
  });
});

describe("a row that cannot be accepted", () => {
  it("is rejected with its sheet, row, column, reason and remedy, and the other rows are loaded", async () => {
    const rows = [
      "P1,GTM,2024,c1,ST1,3,2",
      "P1,GTM,2024,c2,ST1,5,2",
      "P1,GTM,2024,c3,ST1,n/a,2",
      "P1,Atlantis,2024,c4,ST1,3,2",
      "P1,GTM,2024-H3,c5,ST1,3,2",
      "P1,GTM,2024,c6,ST9,3,2",
      "P1,GTM,2024,c7,ST1,,2",
      "P1,GTM,2024,c1,ST1,2,2",
      "",
      "P1,GTM,2024,c8,ST1,0,2",
    ];
    const { code, outcome } = await ingest(await file("rows.csv", `${header}\n${rows.join("\n")}\n`));
    const [only] = outcome.files;
    expect(code).toBe(3);
    expect(only?.rows).toEqual({ read: 11, accepted: 2, rejected: 7, quarantined: 0, skipped: 2 });
    expect(
      only?.issues
        .filter(({ severity }) => severity === "error")
        .map(({ row, column, rule, value }) => [row, column, rule, value]),
    ).toEqual([
      [3, "score", "score.range", "5"],
      [4, "score", "score.readable", "n/a"],
      [5, "country", "country.known", "Atlantis"],
      [6, "period", "period.readable", "2024-H3"],
      [7, "result", "code.known", "ST9"],
      [8, "score", "cell.required", null],
      [9, "collective", "row.duplicate", null],
    ]);
  });

  it("never takes the rest of the batch with it", async () => {
    const good = await file("good.csv", `${header}\nP2,HND,2024,c1,ST1,4,3\n`);
    const { code, outcome } = await ingest(
      await file("broken.xlsx", Buffer.from("PK\u0003\u0004xl/workbook.xml broken", "latin1")),
      good,
    );
    expect(code).toBe(3);
    expect(outcome.files.map(({ status }) => status)).toEqual(["failed", "loaded"]);
  });

  it("leaves a home unchanged when the same bytes are filed again", async () => {
    const path = await file("twice.csv", `${header}\nP3,HND,2023,c1,ST1,2,2\n`);
    await ingest(path);
    const { code, outcome } = await ingest(path);
    expect([code, outcome.files[0]?.status, outcome.totals.read]).toEqual([0, "duplicate", 0]);
  });
});

describe("the command", () => {
  it("ends with 2 and its usage when it is called wrongly", async () => {
    for (const args of [
      ["ingest"],
      ["nonsense"],
      ["template"],
      ["ingest", "x", "--source", "nobody"],
      ["serve", "--port", "abc"],
    ]) {
      const { code, stderr } = await trama(args);
      expect([args, code]).toEqual([args, 2]);
      expect(stderr).toMatch(/Usage|usage/);
    }
  });

  it("says what to do when there is nothing to publish", async () => {
    const { code, stderr } = await trama(["publish", "--home", join(folder, "new-home")]);
    expect([code, stderr.trim().split("\n").at(-1)]).toEqual([
      1,
      "No report has been loaded yet. File reports with trama ingest first.",
    ]);
  });
});
