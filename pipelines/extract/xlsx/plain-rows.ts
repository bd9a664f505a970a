import { afterBlanks, endOfAttributes, notPlain, unfinished } from "../xml/plain-element.ts";
import type { Cell } from "./cell.ts";
import { type PlacedCell, readCell, tagRoom } from "./plain-cell.ts";
import { byteOf, endOfDigits, numberAt, standsAt } from "./plain-text.ts";

/** A row of a sheet; its number is 0 where the file does not say it. */
export interface PlainRow {
  readonly row: number;
  readonly cells: (string | null)[];
}

const mostDigits = 9;
const [quote, slash, greater] = [byteOf('"'), byteOf("/"), byteOf(">")];
const [numbered, cellBegins, rowEnds] = [Buffer.from(' r="'), Buffer.from("<c"), Buffer.from("</row>")];

/**
 * Reads rows of a sheet from their bytes where they are written as spreadsheet programs write them, and leaves all others to
 * the parser. What is read is well-formed without a doubt. `textOf` says what a cell shows.
 */
export function plainRows(textOf: (cell: Cell) => string | null) {
  let rows: PlainRow[] = [];
  const cells: (string | null)[] = [];
  const cell: PlacedCell = { kind: "", style: -1, formula: false, value: undefined, text: "", column: 0 };

  return {
    /** The rows that were read since `begin`. */
    rows: (): readonly PlainRow[] => rows,
    begin(): void {
      rows = [];
    },
    /** Reads the row whose `<row` stands at a place and gives where it ends. */
    endOf(bytes: Buffer, from: number): number {
      const last = bytes.length - tagRoom;
      if (from > last) return unfinished;
      const name = from + 4;
      let row = 0;
      if (standsAt(bytes, name, numbered)) {
        const digits = name + numbered.length;
        const end = endOfDigits(bytes, digits);
        if (end === digits || end - digits > mostDigits || bytes[end] !== quote) return notPlain;
        row = numberAt(bytes, digits, end);
      } else if (bytes[name] !== greater) return notPlain;
      let at = endOfAttributes(bytes, name);
      if (at < 0) return at;
      cells.length = 0;
      if (bytes[at - 2] === slash) {
        rows.push({ row, cells: [] });
        return at;
      }
      for (cell.column = 0; ; cell.column += 1) {
        at = afterBlanks(bytes, at);
        if (at > last) return unfinished;
        if (!standsAt(bytes, at, cellBegins)) break;
        at = readCell(bytes, at, cell);
        if (at < 0) return at;
        const text = textOf(cell);
        if (text === null) continue;
        while (cells.length < cell.column) cells.push(null);
        cells[cell.column] = text;
      }
      if (!standsAt(bytes, at, rowEnds)) return notPlain;
      rows.push({ row, cells: cells.slice() });
      return at + rowEnds.length;
    },
  };
}
