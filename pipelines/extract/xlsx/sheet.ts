import type { RawRow } from "../../step.ts";
import { Refused } from "../refused.ts";
import { localName, parseXml, type XmlHandlers } from "../xml/parse.ts";
import type { Archive } from "../zip/archive.ts";
import { type Cell, cellText } from "./cell.ts";
import { plainRows } from "./plain-rows.ts";
import type { Workbook } from "./workbook.ts";

/** The most that a spreadsheet program itself can hold. */
const most = { rows: 1_048_576, columns: 16_384 } as const;
/** Rows and cells from which on a batch is handed on. */
const batch = { rows: 1_024, cells: 65_536 } as const;

/**
 * The rows of a sheet as text, streamed. Rows that the file leaves out are not invented. Rows that are written as most
 * programs write them are read from their bytes, all others by the parser.
 */
export async function* sheetRows(
  archive: Archive,
  part: string,
  workbook: Workbook,
): AsyncGenerator<readonly RawRow[]> {
  let rows: RawRow[] = [];
  let inBatch = 0;
  let cells: (string | null)[] = [];
  let row = 0;
  let column = 0;
  let kind = "";
  let style = -1;
  let value: string | undefined;
  let text = "";
  let formula = false;
  let into: "value" | "text" | "none" = "none";
  let aid = 0;
  let depth = 0;
  let inData = false;

  const textOf = (cell: Cell) => cellText(cell, workbook);
  const plain = plainRows(textOf);

  const numbered = (given: number) => {
    row = given > 0 ? given : row + 1;
    if (row > most.rows) throw tooLarge();
  };
  const done = (read: (string | null)[]) => {
    rows.push({ row, cells: read });
    inBatch += read.length;
  };

  const handlers: XmlHandlers = {
    idle: {
      depth: 2,
      idle: (name) => name === "row",
      here: () => inData && into === "none" && aid === 0,
      reads: {
        mostHeld: 1 << 16,
        begin: plain.begin,
        endOf: plain.endOf,
        taken() {
          for (const { row: given, cells: read } of plain.rows()) {
            numbered(given);
            done(read);
          }
          plain.begin();
        },
      },
    },
    open(tag, attributes) {
      depth += 1;
      switch (localName(tag)) {
        case "sheetData":
          inData ||= depth === 2;
          break;
        case "row":
          numbered(Number(attributes.r));
          cells = [];
          column = 0;
          break;
        case "c":
          if (attributes.r) column = columnOf(attributes.r);
          if (column >= most.columns) throw tooLarge();
          kind = attributes.t ?? "";
          style = attributes.s === undefined ? -1 : Number(attributes.s);
          value = undefined;
          text = "";
          formula = false;
          break;
        case "v":
          into = "value";
          value ??= "";
          break;
        case "f":
          formula = true;
          break;
        case "rPh":
          aid += 1;
          break;
        case "t":
          into = aid === 0 ? "text" : "none";
          break;
      }
    },
    text(piece) {
      if (into === "value") value += piece;
      else if (into === "text") text += piece;
    },
    close(tag) {
      if (depth === 2) inData = false;
      depth -= 1;
      switch (localName(tag)) {
        case "v":
        case "t":
          into = "none";
          break;
        case "rPh":
          aid -= 1;
          break;
        case "c": {
          const read = textOf({ kind, style, formula, value, text });
          if (read !== null) {
            while (cells.length < column) cells.push(null);
            cells[column] = read;
          }
          column += 1;
          break;
        }
        case "row":
          done(cells);
          cells = [];
          column = 0;
          break;
      }
    },
  };

  for await (const _ of parseXml(archive.read(part), handlers)) {
    if (rows.length < batch.rows && inBatch < batch.cells) continue;
    yield rows;
    rows = [];
    inBatch = 0;
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
