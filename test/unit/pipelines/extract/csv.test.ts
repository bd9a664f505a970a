import { describe, expect, it } from "vitest";
import { csvSheets } from "../../../../pipelines/extract/csv.ts";
import { bytesInput } from "../../../../pipelines/extract/input.ts";
import { extracted, rowsOf } from "../../../extracted.ts";

const accents = "colectivo;puntuación\r\nAsamblea de Ñandé;3\r\n";
const rows = [
  ["colectivo", "puntuación"],
  ["Asamblea de Ñandé", "3"],
];

function utf16be(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
}

describe("a delimited text file", () => {
  it.each([
    ["UTF-8", Buffer.from(accents)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${accents}`)],
    ["Latin-1", Buffer.from(accents, "latin1")],
    ["UTF-16 little-endian", Buffer.from(`\uFEFF${accents}`, "utf16le")],
    ["UTF-16 big-endian", utf16be(accents)],
    ["UTF-16 without a mark", Buffer.from(accents, "utf16le")],
  ])("is read with its accents when it is %s", async (_, bytes) => {
    expect(await extracted("r.csv", bytes)).toEqual({ format: "text", sheets: { r: rows } });
  });

  it("keeps the signs that Windows added to Latin-1", async () => {
    const bytes = Buffer.concat([Buffer.from("a,b\n"), Buffer.from([0x80, 0x2c, 0x93, 0x94, 0x0a])]);
    expect(await extracted("r.csv", bytes)).toMatchObject({
      sheets: {
        r: [
          ["a", "b"],
          ["€", "“”"],
        ],
      },
    });
  });

  it.each([[","], [";"], ["\t"], ["|"]])("is split where its own delimiter stands (%j)", async (delimiter) => {
    const text = [
      ["a", "b", "c"],
      ["1", "", "3"],
    ]
      .map((cells) => cells.join(delimiter))
      .join("\n");
    expect(await extracted("r.csv", text)).toMatchObject({
      sheets: {
        r: [
          ["a", "b", "c"],
          ["1", null, "3"],
        ],
      },
    });
  });

  it("keeps quotation marks, delimiters and line ends inside quoted cells", async () => {
    const text = 'a,b\r\n"x, ""y""","one\r\ntwo"\r\n,"" \r\nit\'s 5" long,2';
    expect(await extracted("r.csv", text)).toMatchObject({
      sheets: {
        r: [
          ["a", "b"],
          ['x, "y"', "one\r\ntwo"],
          [null, " "],
          ["it's 5\" long", "2"],
        ],
      },
    });
  });

  it("numbers a row by the first line it stands on", async () => {
    const [sheet] = (await csvSheets(bytesInput("r.csv", Buffer.from('a,b\n"1\n2\n3",x\n\n4,y\n')))) ?? [];
    expect(sheet && (await rowsOf(sheet)).map(({ row }) => row)).toEqual([1, 2, 5, 6]);
  });

  it("allows a decimal comma only where the delimiter is no comma", async () => {
    const decimal = async (text: string) => (await csvSheets(bytesInput("r", Buffer.from(text))))?.[0]?.decimalComma;
    expect([await decimal("a;b\n1,5;2"), await decimal("a,b\n1.5,2")]).toEqual([true, false]);
  });

  it("is refused, with the line, when a quotation mark is never closed", async () => {
    const text = `a,b\n1,"open\n${"x,y\n".repeat(400_000)}`;
    expect(await extracted("r.csv", text)).toMatchObject({
      refused: "csv.quote-open",
      message: expect.stringMatching(/line 2/),
    });
  });

  it("reads the same whatever the pieces it arrives in", async () => {
    const text = `a,b\n${Array.from({ length: 60_000 }, (_, index) => `"${index}, ""ñ""",${index}\n`).join("")}`;
    const read = await extracted("r.csv", text);
    const found = read.sheets?.r ?? [];
    expect(found.length).toBe(60_001);
    expect(found[59_999]).toEqual(['59998, "ñ"', "59998"]);
  });
});
