import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf, field } from "../../../../dashboard/state/csv.ts";
import { rowsAsCsv } from "../../../../dashboard/state/download.ts";
import { rowsOf } from "../../../../dashboard/state/rows.ts";
import { cell, cells, countries, framework, health } from "../answers.ts";

describe("the CSV download", () => {
  it("defuses whatever a spreadsheet would run", () => {
    for (const lead of ["=", "+", "-", "@", "|", "\t", "\r", "＝", "＋", "－", "＠"])
      expect(field(`${lead}cmd`).replace(/^"/, "")).toMatch(/^'/);
  });

  it("leaves true numbers alone, negative ones too", () => {
    expect([-1.5, 0, 12, "-3", "+4", "1e-7"].map(field)).toEqual(["-1.5", "0", "12", "-3", "+4", "1e-7"]);
    expect(field("-3+cmd")).toBe("'-3+cmd");
  });

  it("never lets a text leave its cell", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const written = field(text);
        const plain = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
        expect(plain.replace(/^'/, "")).toBe(text.replace(/^'/, ""));
        if (!written.startsWith('"')) expect(written).not.toMatch(/[,"\r\n]/);
      }),
    );
  });

  it("holds the rows shown, both ends of each band, and nothing where nothing is shown", () => {
    const base = { lang: "en", health, framework, countries };
    const lines = rowsAsCsv(rowsOf([cell({ k_of_n: [0, 11] }), cells.cells[1]!], "country", base), 7).split("\r\n");
    expect(lines[1]).toBe("ST1,Knows what happens,GTM,Guatemala,2024,all,withheld,,,,,,,,,,,,7,7");
    expect(lines[2]).toBe("ST1,Knows what happens,GTM,Guatemala,2025,all,value,11,11,0,0,0,0,0.254,0.746,2,3,,7,7");
    expect(lines).toHaveLength(4);
  });

  it("starts with a byte-order mark and ends every line alike", () => {
    expect(csvOf(["a", "b"], [["é", null]])).toBe("\uFEFFa,b\r\né,\r\n");
  });
});
