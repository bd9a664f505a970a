import type { RawRow } from "../../step.ts";
import { Refused } from "../refused.ts";
import { localName, parseXml } from "../xml/parse.ts";
import type { Archive } from "../zip/archive.ts";
import { dateOfSerial } from "./styles.ts";
import { unescaped, type Workbook } from "./workbook.ts";

/** The most that a spreadsheet program itself can hold. */
const most = { rows: 1_048_576, columns: 16_384 } as const;
const batch = 1024;

/** Stands for a formula whose result the program that wrote the workbook did not save. */
export const notCalculated = "#NOT-CALCULATED!";

/** The rows of a sheet as text, streamed. Rows that the file leaves out are not invented. */
export async function* sheetRows(
  archive: Archive,
  part: string,
  workbook: Workbook,
): AsyncGenerator<readonly RawRow[]> {
  let rows: RawRow[] = [];
  let cells: (string | null)[] = [];
  let row = 0;
  let column = 0;
  let kind = "";
  let style = -1;
  let value = "";
  let text = "";
  let hasFormula = false;
  let hasValue = false;
  let into: "value" | "text" | "none" = "none";
  let aid = 0;

  const handlers = {
    open(tag: string, attributes: Readonly<Record<string, string>>) {
      switch (localName(tag)) {
        case "row": {
          const given = Number(attributes.r);
          row = given > 0 ? given : row + 1;
          if (row > most.rows) throw tooLarge();
          cells = [];
          column = 0;
          break;
        }
        case "c":
          if (attributes.r) column = columnOf(attributes.r);
          if (column >= most.columns) throw tooLarge();
          kind = attributes.t ?? "";
          style = attributes.s === undefined ? -1 : Number(attributes.s);
          value = text = "";
          hasFormula = hasValue = false;
          break;
        case "v":
          into = "value";
          hasValue = true;
          break;
        case "f":
          hasFormula = true;
          break;
        case "rPh":
          aid += 1;
          break;
        case "t":
          into = aid === 0 ? "text" : "none";
          break;
      }
    },
    text(piece: string) {
      if (into === "value") value += piece;
      else if (into === "text") text += piece;
    },
    close(tag: string) {
      switch (localName(tag)) {
        case "v":
        case "t":
          into = "none";
          break;
        case "rPh":
          aid -= 1;
          break;
        case "c": {
          const read = hasFormula && !hasValue && kind !== "inlineStr" ? notCalculated : textOf();
          if (read !== null) {
            while (cells.length < column) cells.push(null);
            cells[column] = read;
          }
          column += 1;
          break;
        }
        case "row":
          rows.push({ row, cells });
          break;
      }
    },
  };

  function textOf(): string | null {
    if (kind === "s") return workbook.strings[Number(value)] || null;
    if (kind === "inlineStr") return unescaped(text) || null;
    if (value === "") return null;
    if (kind === "str") return unescaped(value);
    if (kind === "b") return value.trim() === "1" ? "true" : "false";
    if (kind === "e") return value;
    if (kind === "d") return value.replace(/T00:00:00(\.0+)?Z?$/, "");
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    return workbook.dates.has(style) ? dateOfSerial(number, workbook.from1904) : String(number);
  }

  for await (const _ of parseXml(archive.read(part), handlers)) {
    if (rows.length < batch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** Column of a cell's name, from 0: "AB7" gives 27. */
function columnOf(name: string): number {
  let column = 0;
  for (let at = 0; at < name.length; at += 1) {
    const letter = name.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return Math.max(0, column - 1);
}

function tooLarge(): Refused {
  return new Refused(
    "xlsx.too-large",
    `has cells beyond row ${most.rows} or column XFD, where no spreadsheet program can have put them. Ask its sender.`,
  );
}
