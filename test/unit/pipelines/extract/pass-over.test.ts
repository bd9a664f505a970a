import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { iatiSheets } from "../../../../pipelines/extract/iati/index.ts";
import { bytesInput, type Input } from "../../../../pipelines/extract/input.ts";
import { Refused } from "../../../../pipelines/extract/refused.ts";
import { rowsOf } from "../../../extracted.ts";

/** Everything that a file gives: the rows of its tables with their paths and faults, or what it is refused with. */
async function told(input: Input) {
  try {
    const { sheets, close } = iatiSheets(input);
    const rows = [];
    for (const sheet of sheets) rows.push(await rowsOf(sheet));
    await close();
    return { rows };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code, message: error.message };
    throw error;
  }
}

/** A file that comes in pieces of one length. */
function inPieces(bytes: Buffer, length: number): Input {
  return {
    ...bytesInput("a.xml", bytes),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
    },
  };
}

/** The same text in UTF-16, of which every byte goes through the parser. */
function wide(bytes: Buffer): Buffer {
  return Buffer.from(`\uFEFF${new TextDecoder().decode(bytes)}`, "utf16le");
}

const result =
  "<result type='1'>\n<title><narrative>R</narrative></title>\n<indicator measure='1'><title>I</title><period><actual value='3'/></period></indicator></result>";

/** What may stand in an activity, good and bad, as bytes. */
const inside = [
  "<transaction ref='a'><value currency=\"USD\">10</value>\n</transaction>",
  "<transaction/>",
  "<transaction />\r\n",
  "<budget\n type = '1'><period-start iso-date='2024-01-01'/>\r<x/></budget >",
  "<description><narrative xml:lang='es'>Reunión &amp; más &gt; 1</narrative></description>",
  "<description>5 &lt; 6 &#39; &#x41;</description>",
  "<description>&laquo;</description>",
  "<description><![CDATA[ <b>]]]></description>",
  "<description>]]></description>",
  "<description>\u0085é\u2028ü</description>",
  "<!-- a <transaction> -- ><comment -->",
  "<!-- a <transaction> > -->",
  "<![CDATA[<transaction>]]>",
  "<?go <transaction?>",
  "<transaction a='1' a='2'/>",
  "<transaction a='1'b='2'/>",
  "<transaction a=1/>",
  "<transaction a='<'/>",
  "<transaction a='>/'>x</transaction>",
  "<a><b></a></b>",
  "<a><b/><b></b></a",
  "</a>",
  "<transaction",
  "<Ω>ω</Ω>",
  "<x:y><transaction/></x:y>",
  "<location xmlns='urn:y'><result/></location>",
  "<result xmlns='urn:y'><indicator/></result>",
  result,
  "<iati-identifier>A-1</iati-identifier>",
  "<title><narrative>T</narrative></title>",
  "<titles><narrative>T</narrative></titles>",
  "</iati-activity>\n<iati-activity>",
  "</iati-activity><other><transaction/></other><iati-activity xmlns='urn:z'>",
  "</iati-activity></iati-activities><iati-activities><iati-activity>",
  " text é \u0085\u2028 ",
  "\uFFFD\uFF0A",
  "\uFFFE",
  "\u0001",
  "]]",
  ">",
  "\r",
  "&amp;",
  "<!DOCTYPE a>",
].map((text) => Buffer.from(text));
const broken = [[0xe2], [0xe2, 0x82], [0xac], [0xff], [0xef, 0xbf], [0]].map((bytes) => Buffer.from(bytes));

const head = ["", "<?xml version='1.0'?>", "<?xml version='1.1'?>\n", "\uFEFF"];
const documents = fc
  .record({
    head: fc.constantFrom(...head),
    parts: fc.array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...inside.slice(0, 6)) },
        { weight: 4, arbitrary: fc.constantFrom(...inside) },
        { weight: 1, arbitrary: fc.constantFrom(...broken) },
      ),
      { maxLength: 14 },
    ),
    cut: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat(60)),
  })
  .map(({ head: first, parts, cut }) => {
    const whole = Buffer.concat([
      Buffer.from(`${first}<iati-activities version="2.03"><iati-activity>`),
      ...parts,
      Buffer.from("</iati-activity></iati-activities>"),
    ]);
    return whole.subarray(0, whole.length - cut);
  });

describe("an IATI file of which parts are passed over", () => {
  it("gives the rows, places, faults and refusals that it gives when every byte is parsed", async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(documents, fc.integer({ min: 1, max: 300 }), async (bytes, length) => {
        const found = await told(inPieces(bytes, length));
        if ("refused" in found) refused += 1;
        expect(found).toEqual(await told(inPieces(wide(bytes), 1 << 16)));
      }),
      { numRuns: 3_000 },
    );
    expect(refused).toBeGreaterThan(300);
    expect(refused).toBeLessThan(2_700);
  });

  it.each(inside.map((bytes) => bytes.toString()))("does so with %j between two payments", async (text) => {
    const payments = "<transaction>\n<value>1</value></transaction>\n ".repeat(3);
    const bytes = Buffer.from(
      `<iati-activities version="2.02"><iati-activity>${payments}${text}${payments}${result}</iati-activity></iati-activities>`,
    );
    for (const length of [7, 64, 4096])
      expect(await told(inPieces(bytes, length))).toEqual(await told(inPieces(wide(bytes), 4096)));
  });
});
