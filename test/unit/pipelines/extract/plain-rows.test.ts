import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refused } from "../../../../pipelines/extract/refused.ts";
import { plainRows } from "../../../../pipelines/extract/xlsx/plain-rows.ts";
import { sheetRows } from "../../../../pipelines/extract/xlsx/sheet.ts";
import type { Archive } from "../../../../pipelines/extract/zip/archive.ts";
import type { RawRow } from "../../../../pipelines/step.ts";

const workbook = { sheets: [], strings: ["shared", "", "_x0041_"], dates: new Set([1, 12]), from1904: false };

/** The batches of a sheet whose bytes come in pieces of one length. */
function batchesOf(bytes: Buffer, length: number): AsyncIterable<readonly RawRow[]> {
  const archive: Archive = {
    parts: new Map(),
    async *read() {
      for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
    },
    close() {},
  };
  return sheetRows(archive, "", workbook);
}

/** Everything that a sheet gives: its rows, or what it is refused with. */
async function told(bytes: Buffer, length: number) {
  const rows: RawRow[] = [];
  try {
    for await (const batch of batchesOf(bytes, length)) rows.push(...batch);
    return { rows };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code, message: error.message };
    throw error;
  }
}

/** The same text in UTF-16, of which every byte goes through the parser. */
function wide(bytes: Buffer): Buffer {
  return Buffer.from(`\uFEFF${new TextDecoder().decode(bytes)}`, "utf16le");
}

/** What programs write in a row, and what they could. */
const usual = [
  '<c r="A1"><v>1</v></c>',
  '<c r="B1" s="1"><v>45747.5</v></c>',
  '<c r="C1" s="12"><v>59</v></c>',
  '<c r="D1" t="s"><v>0</v></c>',
  '<c r="F2" s="3" t="b"><v>1</v></c>',
  '<c r="G1" t="e"><v>#DIV/0!</v></c>',
  '<c t="str"><f>IF(Tab[a]&gt;1,"","_x0041_")</f><v>a_x0041_</v></c>',
  '<c r="H1" t="n"><f aca="false">A1</f></c>',
  '<c r="I1"><f t="shared" si="0"/><v>0.1</v></c>',
  '<c r="J1" s="4"/>',
  "<c><v>-12.50</v></c>",
  "<c><v>1E+21</v></c>",
  '<c r="AA1" t="inlineStr"><is><t xml:space="preserve"> R&amp;D &lt;[é]&quot;&apos;&gt; </t></is></c>',
  '<c t="inlineStr"><is><t>ordinary text of a cell</t></is></c>',
  '<c t="d"><v>2025-03-31T00:00:00Z</v></c>',
  "\n  ",
];
const odd = [
  '<c r="XFD1"><v>1</v></c>',
  '<c r="XFE1"><v>1</v></c>',
  '<c r="ZZZZ1"/>',
  '<c r="a7"><v>1</v></c>',
  '<c r="7"><v>1</v></c>',
  '<c r=""><v>1</v></c>',
  "<c r='B1' s='1'><v>1</v></c>",
  '<c  r="B1" ><v >2</v ></c >',
  '<c s="1" s="2"><v>1</v></c>',
  '<c t="s" t="b"><v>1</v></c>',
  '<c r="A1"s="2"><v>1</v></c>',
  '<c t="z"><v>x</v></c>',
  '<c cm="1"><v>1</v></c>',
  '<c t="&#115;"><v>0</v></c>',
  '<c t="s"/>',
  '<c t="s"><v>2</v></c>',
  '<c t="s"><v>9</v></c>',
  "<c><v/></c>",
  '<c t="str"><f>A1</f><v></v></c>',
  "<c><v>007</v></c>",
  '<c t="str"><v>007</v></c>',
  '<c r="A1" r="B1"><v>1</v></c>',
  "<c><v>0</v></c>",
  "<c><v>12345678901234567890</v></c>",
  "<c><v> 5 </v></c>",
  "<c><v>1</v><v>2</v></c>",
  "<c><v>1</v></w></c>",
  "<c><v>1<x/>2</v></c>",
  "<c><v><![CDATA[3]]></v></c>",
  "<c><!-- x --><v>3</v></c>",
  "<c>stray<v>3</v></c>",
  "<c><v>]]></v></c>",
  "<c><v>a]] ]</v></c>",
  "<c><v>&laquo;</v></c>",
  "<c><v>&#65;</v></c>",
  "<c><v>a\r\nb\rc</v></c>",
  "<c><v>\u0001</v></c>",
  "<c><v>\uFFFE</v></c>",
  "<c><v>\uFF0A</v></c>",
  "<c><v a='1' a='2'>1</v></c>",
  "<c><f><v>1</v></f></c>",
  "<c><f>1</f><f>2</f></c>",
  "<c t='inlineStr'><is><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh><t>aid</t></rPh></is></c>",
  '<c t="inlineStr"><is><r><t>rich</t></r></is></c>',
  '<c t="inlineStr"><is><t>one</t><t>two</t></is></c>',
  '<c t="inlineStr"><is><t>one</t></is><is><t>two</t></is></c>',
  '<c t="inlineStr"><is><t/></is></c>',
  '<c t="inlineStr"><is/></c>',
  '<c t="inlineStr"><v>1</v></c>',
  "<c><is><t>1</t></is></c>",
  '<x:c r="B1"><x:v>8</x:v></x:c>',
  "<cell><v>1</v></cell>",
  "<c><c><v>1</v></c></c>",
  "<extLst><ext/></extLst>",
  "</row><row>",
  '</row><row r="5" spans="1:3" x14ac:dyDescent="0.25">',
  '</row><row r="5" r="6">',
  '</row><row s="1">',
  "</row><row r='7'>",
  '</row><row r="x">',
  '</row><row r="0">',
  '</row><row r="1048577">',
  '</row><row r="12"/><row>',
  "<row>",
  "</row><c><v>1</v></c><row>",
  "</row>text é<row>",
  "</row><!-- c --><row>",
  "</row><?go on?><row>",
  "</row><x:row><c><v>6</v></c></x:row><row>",
  "</row></sheetData><other><row><c><v>1</v></c></row></other><sheetData><row>",
  "</row></sheetData><v><row>",
  '</row></sheetData><rPh><row><c t="inlineStr"><is><t>aid</t></is></c></row></rPh><sheetData><row>',
  "</row></sheetData></worksheet><row>",
  "</row><!DOCTYPE a><row>",
  "</c>",
  "<c",
  "<c><v>1</v>",
];
const broken = [[0xe2], [0xe2, 0x82], [0xac], [0xff], [0xef, 0xbf], [0]].map((bytes) =>
  Buffer.concat([Buffer.from("<c><v>a"), Buffer.from(bytes), Buffer.from("b</v></c>")]),
);

const sheets = fc
  .record({
    head: fc.constantFrom("", "<?xml version='1.0'?>", "<?xml version='1.1'?>\n", "\uFEFF"),
    parts: fc.array(
      fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...usual, "</row><row>").map((text) => Buffer.from(text)) },
        { weight: 2, arbitrary: fc.constantFrom(...odd).map((text) => Buffer.from(text)) },
        { weight: 1, arbitrary: fc.constantFrom(...broken) },
      ),
      { maxLength: 30 },
    ),
    cut: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat(80)),
  })
  .map(({ head, parts, cut }) => {
    const whole = Buffer.concat([
      Buffer.from(`${head}<worksheet><sheetViews/><sheetData><row r="1">`),
      ...parts,
      Buffer.from('</row></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75"/></worksheet>'),
    ]);
    return whole.subarray(0, whole.length - cut);
  });

describe("a sheet whose rows are read from their bytes", () => {
  it("gives the rows and refusals that it gives when every byte is parsed, in pieces of any length", async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(sheets, fc.integer({ min: 1, max: 2_000 }), async (bytes, length) => {
        const found = await told(bytes, length);
        if ("refused" in found) refused += 1;
        expect(found).toEqual(await told(wide(bytes), 1 << 16));
      }),
      { numRuns: 3_000 },
    );
    expect(refused).toBeGreaterThan(300);
    expect(refused).toBeLessThan(2_700);
  });

  it.each([...usual, ...odd])("does so with %j between other cells", async (text) => {
    const plain = '<row r="3"><c r="A3"><v>3</v></c></row>\n<row><c><v>4</v></c></row>'.repeat(3);
    const row = `<row r="2"><c r="A2"><v>2</v></c>${text}<c><v>3</v></c></row>`;
    const bytes = Buffer.from(`<worksheet><sheetData>${plain}${row}${plain}${row}</sheetData></worksheet>`);
    for (const length of [7, 200, 4_096]) expect(await told(bytes, length)).toEqual(await told(wide(bytes), 4_096));
  });

  it("does so where a row is longer than is waited for", async () => {
    const cells = (count: number) => Array.from({ length: count }, (_, at) => `<c><v>${at}</v></c>`).join("");
    const row = (count: number) => `<row r="2">${cells(count)}</row>`;
    const bytes = Buffer.from(`<worksheet><sheetData>${row(3)}${row(9_000)}${row(4)}</sheetData></worksheet>`);
    const found = await told(bytes, 1 << 14);
    expect(found).toEqual(await told(wide(bytes), 1 << 16));
    expect(found.rows?.map(({ cells: all }) => all.length)).toEqual([3, 9_000, 4]);
  });

  it("hands on rows that reach far to the right in small batches", async () => {
    const row = '<row><c r="XFD1"><v>1</v></c></row>';
    for (const form of [row, row.replaceAll('"', "'")]) {
      const lengths: number[] = [];
      const bytes = Buffer.from(`<worksheet><sheetData>${form.repeat(1_000)}</sheetData></worksheet>`);
      for await (const batch of batchesOf(bytes, 1_024)) lengths.push(batch.length);
      expect(lengths.reduce((sum, each) => sum + each)).toBe(1_000);
      expect(Math.max(...lengths)).toBeLessThan(70);
    }
  });

  it.each(usual)("does not ask the parser about %j", (text) => {
    const rows = plainRows(({ value, text: inline }) => value ?? (inline || null));
    const row = Buffer.from(`<row r="7" spans="1:3" x14ac:dyDescent="0.25"><c r="A1"><v>5</v></c>${text}</row>`);
    expect(rows.endOf(Buffer.concat([row, Buffer.alloc(64)]), 0)).toBe(row.length);
    expect(rows.rows()[0]).toMatchObject({ row: 7 });
  });
});
