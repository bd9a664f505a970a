import { findCodelist, languages, matchCountry } from "@trama/data/codelists";
import { sheets } from "@trama/data/entry";
import {
  choicesOf,
  type EntryRow,
  entryRows,
  entryStamp,
  referenceSheets,
  writeEntryWorkbook,
} from "@trama/data/entry/workbook";
import { resultCodes, textOf } from "@trama/data/framework";
import { readXlsx, type Workbook } from "hucre";
import { beforeAll, describe, expect, it } from "vitest";
import { partsOf } from "./parts.ts";

describe.each(languages)("the empty entry workbook (%s)", (lang) => {
  let bytes: Uint8Array;
  let workbook: Workbook;
  beforeAll(async () => {
    bytes = await writeEntryWorkbook({ lang });
    workbook = await readXlsx(bytes);
  });
  const sheetOf = (key: string) => {
    const name = sheets.find((sheet) => sheet.key === key)!.name[lang];
    return workbook.sheets.find((sheet) => sheet.name === name)!;
  };

  it("opens with instructions, then the sheets in the order of filling them in", () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      referenceSheets.instructions[lang],
      ...sheets.map(({ name }) => name[lang]),
      referenceSheets.anchors[lang],
      referenceSheets.lists[lang],
    ]);
    expect(workbook.sheets[0]!.rows.flat()).toContain(entryStamp);
    expect(workbook.properties?.custom?.stamp).toBe(entryStamp);
  });

  it("has localised headers over a hidden row of machine keys on every sheet", () => {
    const parts = partsOf(bytes);
    for (const [index, sheet] of sheets.entries()) {
      const { rows } = sheetOf(sheet.key);
      expect(rows[entryRows.purpose - 1]![0]).toBe(sheet.purpose[lang]);
      expect(rows[entryRows.headers - 1]).toEqual(sheet.fields.map(({ label }) => label[lang]));
      expect(rows[entryRows.keys - 1]).toEqual(sheet.fields.map(({ key }) => key));
      expect(parts.get(`xl/worksheets/sheet${index + 2}.xml`)).toContain('<row r="3" hidden="1">');
    }
  });

  it("explains every header in a note", () => {
    for (const sheet of sheets) {
      const { cells } = sheetOf(sheet.key);
      for (const [column, field] of sheet.fields.entries()) {
        expect(cells?.get(`${entryRows.headers - 1},${column}`)?.comment?.text).toContain(field.help[lang]);
      }
    }
  });

  it("checks every column while it is filled in, with a message in the language", () => {
    for (const sheet of sheets) {
      const validations = sheetOf(sheet.key).dataValidations ?? [];
      expect(validations).toHaveLength(sheet.fields.length);
      for (const { errorMessage, errorTitle } of validations) {
        expect(errorMessage!.length).toBeLessThanOrEqual(225);
        expect(errorTitle!.length).toBeLessThanOrEqual(32);
      }
    }
    const score = sheetOf("results").dataValidations!.find(({ range }) => range.startsWith("D"))!;
    expect(score).toMatchObject({ type: "list", values: ["0", "1", "2", "3", "4", "NA", "NK", "NR", "WH", "NS"] });
  });

  it("keeps lists within the 255 characters a validation may hold, and the long ones on a hidden, protected sheet", () => {
    const validations = workbook.sheets.flatMap(({ dataValidations = [] }) => dataValidations);
    for (const { values } of validations) expect((values ?? []).join(",").length).toBeLessThanOrEqual(255);
    const lists = workbook.sheets.find(({ name }) => name === referenceSheets.lists[lang])!;
    expect(lists.hidden).toBe(true);
    expect(lists.protection?.sheet).toBe(true);
    const country = sheetOf("report").dataValidations!.find(({ formula1 }) => formula1?.includes("$A$3"))!;
    expect(country.formula1).toBe(`'${referenceSheets.lists[lang]}'!$A$3:$A$${2 + choicesOf("country", lang).length}`);
  });

  it("shows the anchors and means of verification of all sixteen results", () => {
    const anchors = workbook.sheets.find(({ name }) => name === referenceSheets.anchors[lang])!;
    const shown = new Map(anchors.rows.slice(2).map((row) => [row[0], row]));
    expect([...shown.keys()]).toEqual([...resultCodes]);
    for (const code of resultCodes) {
      const text = textOf(code, lang);
      expect(shown.get(code)!.slice(1, 8)).toEqual([text.label, text.definition, ...text.anchors]);
      expect(shown.get(code)![8]).toBe(text.verification.join("\n"));
    }
  });

  it("locks everything but the cells to fill in, far below the last row", () => {
    const parts = partsOf(bytes);
    for (const [index] of sheets.entries()) {
      const xml = parts.get(`xl/worksheets/sheet${index + 2}.xml`)!;
      expect(xml).toContain('<sheetProtection sheet="1"');
      expect(xml).not.toMatch(/<col min="\d+" max/);
    }
    expect(parts.get("xl/styles.xml")).toContain('locked="0"');
  });

  it("offers only words that lead back to one code", () => {
    for (const { code, shown } of choicesOf("country", lang)) expect(matchCountry(String(shown))?.alpha3).toBe(code);
    const lists = sheets.flatMap(({ fields }) =>
      fields.flatMap(({ holds }) => (holds.kind === "code" ? holds.list : [])),
    );
    for (const codelist of [...new Set(lists)].flatMap((list) => findCodelist(list) ?? [])) {
      for (const { code, shown } of choicesOf(codelist.id, lang)) expect(codelist.match(String(shown))).toBe(code);
    }
  });
});

describe("an entry workbook with rows", () => {
  const rows: Record<string, EntryRow[]> = {
    report: [{ project: "SAMPLE-P1", country: "GTM", period: "2025", prepared_on: "2026-01-31" }],
    results: [
      { collective: "SAMPLE-1", result: "ST1", score: 0, tested: "yes" },
      {},
      { collective: "SAMPLE-1", result: "ST2", score: null },
      { collective: "SAMPLE-1", result: "ST1", panel: "women", score: "NK", country: "ZZZ" },
    ],
  };

  it("is the same, byte for byte, when written twice", async () => {
    const [first, second] = await Promise.all([1, 2].map(() => writeEntryWorkbook({ lang: "fr", rows })));
    expect(Buffer.from(first!).equals(Buffer.from(second!))).toBe(true);
  });

  it("keeps a score of zero, words for codes, and blank lines where they stand", async () => {
    const { sheets: read } = await readXlsx(await writeEntryWorkbook({ lang: "es", rows }));
    const { rows: lines } = read.find(({ name }) => name === "Resultados")!;
    expect(lines[3]!.slice(0, 6)).toEqual(["SAMPLE-1", "ST1", null, 0, null, "sí"]);
    expect(lines[4]!.every((cell) => cell === null)).toBe(true);
    expect(lines[6]!.slice(1, 4)).toEqual(["ST1", "Mujeres", "NK"]);
  });

  it("adds a report column where a row speaks for itself, and leaves a wrong code as it is", async () => {
    const { sheets: read } = await readXlsx(await writeEntryWorkbook({ lang: "en", rows }));
    const { rows: lines } = read.find(({ name }) => name === "Results")!;
    expect(lines[2]!.at(-1)).toBe("country");
    expect(lines[6]!.at(-1)).toBe("ZZZ");
  });

  it("notes the anchors on scores still to be given", async () => {
    const { sheets: read } = await readXlsx(await writeEntryWorkbook({ lang: "en", rows }));
    const note = read.find(({ name }) => name === "Results")!.cells?.get("5,3")?.comment?.text ?? "";
    for (const [score, anchor] of textOf("ST2", "en").anchors.entries()) expect(note).toContain(`${score}: ${anchor}`);
  });

  it("shows a notice at the top of every sheet", async () => {
    const { sheets: read } = await readXlsx(await writeEntryWorkbook({ lang: "en", rows, notice: "SYNTHETIC" }));
    for (const sheet of read) expect(String(sheet.rows[0]![0])).toContain("SYNTHETIC");
  });

  it("refuses rows for a sheet it does not have", async () => {
    await expect(writeEntryWorkbook({ lang: "en", rows: { reslts: [] } })).rejects.toThrow('no sheet "reslts"');
  });
});

describe("the parts of an entry workbook", () => {
  it("point at each other once, and at parts that exist", async () => {
    const parts = partsOf(await writeEntryWorkbook({ lang: "en" }));
    for (const [path, xml] of parts) {
      if (!path.endsWith(".rels")) continue;
      const ids = [...xml.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const base = new URL(path.replace("_rels/", "").replace(/\.rels$/, ""), "zip:///");
      for (const [, target] of xml.matchAll(/ Target="([^"]+)"/g)) {
        expect(parts.has(new URL(target!, base).pathname.slice(1)), `${path} → ${target}`).toBe(true);
      }
    }
  });

  it("draw the notes large enough to read five anchors", async () => {
    const rows = { results: [{ collective: "SAMPLE-1", result: "ST1" }] };
    const parts = partsOf(await writeEntryWorkbook({ lang: "en", rows }));
    const drawings = [...parts].filter(([path]) => path.endsWith(".vml")).map(([, xml]) => xml);
    expect(drawings.join("")).not.toContain("width:108pt");
    expect(drawings.some((xml) => xml.includes("width:400pt;height:300pt"))).toBe(true);
  });
});
