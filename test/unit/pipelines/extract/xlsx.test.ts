import { describe, expect, it } from "vitest";
import { extracted } from "../../../extracted.ts";
import { workbookOf } from "../../../zip.ts";

const styles = {
  name: "xl/styles.xml",
  content:
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[Red]dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0.00&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
};

async function cells(row: string, workbookPr = "", more: Parameters<typeof workbookOf>[1] = [styles]) {
  const read = await extracted("r.xlsx", workbookOf(`<row r="1">${row}</row>`, more, workbookPr));
  return read.sheets?.Results?.[0] ?? read.refused;
}

describe("a workbook", () => {
  it("shows days as dates, counted from 1900 or from 1904 as it says itself", async () => {
    const days = '<c r="A1" s="1"><v>45747</v></c><c r="B1" s="2"><v>45747.5</v></c><c r="C1" s="3"><v>2.5</v></c>';
    expect(await cells(days)).toEqual(["2025-03-31", "2025-03-31T12:00:00.000Z", "2.5"]);
    expect((await cells(days, '<workbookPr date1904="1"/>'))?.[0]).toBe("2029-04-01");
    expect(await cells('<c s="1"><v>59</v></c><c s="1"><v>61</v></c>')).toEqual(["1900-02-28", "1900-03-01"]);
  });

  it("gives text from shared, inline and rich strings alike, without reading aids", async () => {
    const strings = {
      name: "xl/sharedStrings.xml",
      content: "<sst><si><t>one</t></si><si><r><t>two </t></r><r><t>parts</t></r><rPh><t>aid</t></rPh></si></sst>",
    };
    const row = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>inline_x0041_</t></is></c>';
    expect(await cells(row, "", [strings])).toEqual(["one", "two parts", "inlineA"]);
  });

  it("tells a zero, a blank, a false, an error and a formula that was never calculated apart", async () => {
    const row =
      '<c r="A1"><v>0</v></c><c r="C1" t="b"><v>0</v></c><c r="D1" t="e"><v>#DIV/0!</v></c><c r="E1"><f>A1+1</f></c><c r="F1"><f>A1+1</f><v>1</v></c><c r="G1" t="str"><f>""</f><v></v></c>';
    expect(await cells(row)).toEqual(["0", null, "false", "#DIV/0!", "#NOT-CALCULATED!", "1"]);
  });

  it("takes a formula with an empty value for one that was never calculated, unless it gave an empty text", async () => {
    const row =
      '<c r="A1"><f>A2+1</f><v></v></c><c r="B1" t="n"><f>A2+1</f><v/></c><c r="C1" t="str"><f>""</f><v/></c><c r="D1"><v>1</v></c>';
    expect(await cells(row)).toEqual(["#NOT-CALCULATED!", "#NOT-CALCULATED!", null, "1"]);
  });

  it("shows a cell of shared text that names none as blank", async () => {
    const strings = { name: "xl/sharedStrings.xml", content: "<sst><si><t>first</t></si></sst>" };
    expect(await cells('<c t="s"/><c t="s"><v></v></c><c t="s"><v>0</v></c>', "", [strings])).toEqual([
      null,
      null,
      "first",
    ]);
  });

  it("keeps the place of cells and rows that it leaves out, and takes those that do not say theirs in order", async () => {
    const read = await extracted(
      "r.xlsx",
      workbookOf(
        '<row r="2"><c r="B2"><v>1</v></c></row><row><c><v>2</v></c></row><row r="9"><c r="A9"><v>3</v></c></row>',
      ),
    );
    expect(read).toMatchObject({ sheets: { Results: [[null, "1"], ["2"], ["3"]] } });
  });

  it("reads names with a prefix as it reads them without", async () => {
    const sheet = {
      name: "xl/worksheets/sheet1.xml",
      content:
        '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    };
    expect(await extracted("r.xlsx", workbookOf("", [sheet]))).toMatchObject({ sheets: { Results: [["4"]] } });
  });

  it("is refused with the sheet's name when that sheet is missing, and when a part is broken", async () => {
    const lacking = {
      name: "xl/_rels/workbook.xml.rels",
      content:
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/other.xml"/></Relationships>',
    };
    expect(await extracted("r.xlsx", workbookOf("", [lacking]))).toMatchObject({
      refused: "xlsx.part-missing",
      message: expect.stringMatching(/"Results"/),
    });
    expect(await cells("<c><v>1</c>")).toBe("xml.broken");
  });

  it("leaves out a sheet that is a chart", async () => {
    const chart = {
      name: "xl/_rels/workbook.xml.rels",
      content:
        '<Relationships><Relationship Id="r1" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
    };
    expect(await extracted("r.xlsx", workbookOf("", [chart]))).toMatchObject({ sheets: { Results: [] } });
  });
});
