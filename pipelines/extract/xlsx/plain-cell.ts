import { afterBlanks, endOfAttributes, notPlain, unfinished } from "../xml/plain-element.ts";
import type { Cell } from "./cell.ts";
import { byteOf, endOfDigits, endOfText, numberAt, standsAt, textAt } from "./plain-text.ts";

/** A cell as it is read, and its column, counted from 0. */
export type PlacedCell = { -readonly [Key in keyof Cell]: Cell[Key] } & { column: number };

/** More bytes than a start tag of a cell or any end tag has here: so many are left wherever one is looked at. */
export const tagRoom = 64;
export const mostColumns = 16_384;
const most = { letters: 3, digits: 9, ofWhole: 15 } as const;

const [space, quote, slash, zero] = [byteOf(" "), byteOf('"'), byteOf("/"), byteOf("0")];
const [equals, greater] = [byteOf("="), byteOf(">")];
const [letterA, letterZ, letterR, letterS, letterT] = [byteOf("A"), byteOf("Z"), byteOf("r"), byteOf("s"), byteOf("t")];
const [formulaBegins, formulaEnds] = [Buffer.from("<f"), Buffer.from("</f>")];
const [valueBegins, valueEnds] = [Buffer.from("<v"), Buffer.from("</v>")];
const [inlineBegins, inlineEnds] = [Buffer.from("<is>"), Buffer.from("</is>")];
const [textBegins, textEnds] = [Buffer.from("<t"), Buffer.from("</t>")];
const cellEnds = Buffer.from("</c>");
const kinds = ["n", "s", "b", "e", "d", "str", "inlineStr"].map((kind) => ({ kind, quoted: Buffer.from(`${kind}"`) }));
/** Texts of small numbers, which most values are. */
const small = Array.from({ length: 4_096 }, (_, number) => String(number));

/**
 * Reads a cell whose `<c` stands at a place, where spreadsheet programs write it: its attributes r, s and t in double quotes, and
 * in it at most a formula, a value and a text of one run. Gives where it ends.
 */
export function readCell(bytes: Buffer, from: number, cell: PlacedCell): number {
  const last = bytes.length - tagRoom;
  let at = afterCellTag(bytes, from + 2, cell);
  if (at < 0) return at;
  cell.formula = false;
  cell.value = undefined;
  cell.text = "";
  if (bytes[at - 2] === slash) return at;
  let told = false;
  for (;;) {
    at = afterBlanks(bytes, at);
    if (at > last) return unfinished;
    if (cell.value === undefined && standsAt(bytes, at, valueBegins)) at = afterValue(bytes, at, cell);
    else if (standsAt(bytes, at, cellEnds)) return at + cellEnds.length;
    else if (!told && standsAt(bytes, at, inlineBegins)) {
      at = afterInline(bytes, at, cell);
      told = true;
    } else if (!cell.formula && standsAt(bytes, at, formulaBegins)) {
      at = afterLeaf(bytes, at, formulaBegins, formulaEnds);
      cell.formula = true;
    } else return notPlain;
    if (at < 0) return at;
  }
}

/** Reads the attributes of a cell and gives where its start tag ends. */
function afterCellTag(bytes: Buffer, from: number, cell: PlacedCell): number {
  let at = from;
  let named = false;
  cell.kind = "";
  cell.style = -1;
  while (bytes[at] === space) {
    if (bytes[at + 2] !== equals || bytes[at + 3] !== quote) return notPlain;
    const name = bytes[at + 1];
    at += 4;
    if (name === letterR && !named) {
      named = true;
      let column = 0;
      let letters = at;
      for (; letters < at + most.letters; letters += 1) {
        const letter = bytes[letters] as number;
        if (letter < letterA || letter > letterZ) break;
        column = column * 26 + letter - letterA + 1;
      }
      const end = endOfDigits(bytes, letters);
      if (letters === at || end === letters || end - letters > most.digits) return notPlain;
      cell.column = column - 1;
      at = end;
    } else if (name === letterS && cell.style < 0) {
      const end = endOfDigits(bytes, at);
      if (end === at || end - at > most.digits) return notPlain;
      cell.style = numberAt(bytes, at, end);
      at = end;
    } else if (name === letterT && cell.kind === "") {
      const found = kinds.find(({ quoted }) => standsAt(bytes, at, quoted));
      if (!found) return notPlain;
      cell.kind = found.kind;
      at += found.kind.length;
    } else return notPlain;
    if (bytes[at] !== quote) return notPlain;
    at += 1;
  }
  if (cell.column >= mostColumns) return notPlain;
  if (bytes[at] === greater) return at + 1;
  return bytes[at] === slash && bytes[at + 1] === greater ? at + 2 : notPlain;
}

function afterValue(bytes: Buffer, from: number, cell: PlacedCell): number {
  const begin = from + valueBegins.length;
  if (bytes[begin] === greater) {
    const end = endOfDigits(bytes, begin + 1);
    const digits = end - begin - 1;
    if (standsAt(bytes, end, valueEnds) && digits <= most.ofWhole && digits > 0) {
      if (bytes[begin + 1] !== zero || digits === 1) {
        const whole = numberAt(bytes, begin + 1, end);
        cell.value = small[whole] ?? String(whole);
        return end + valueEnds.length;
      }
    }
  }
  const end = afterLeaf(bytes, from, valueBegins, valueEnds);
  if (end > 0) cell.value = leaf;
  return end;
}

function afterInline(bytes: Buffer, from: number, cell: PlacedCell): number {
  const text = afterBlanks(bytes, from + inlineBegins.length);
  const end = afterLeaf(bytes, text, textBegins, textEnds);
  if (end < 0) return end;
  cell.text = leaf;
  const at = afterBlanks(bytes, end);
  if (at > bytes.length - tagRoom) return unfinished;
  return standsAt(bytes, at, inlineEnds) ? at + inlineEnds.length : notPlain;
}

/** Text of the element that was read last. */
let leaf = "";

/** Reads an element that has nothing but text in it. */
function afterLeaf(bytes: Buffer, from: number, begins: Uint8Array, ends: Uint8Array): number {
  if (from > bytes.length - tagRoom) return unfinished;
  if (!standsAt(bytes, from, begins)) return notPlain;
  const begin = endOfAttributes(bytes, from + begins.length);
  if (begin < 0) return begin;
  leaf = "";
  if (bytes[begin - 2] === slash) return begin;
  const end = endOfText(bytes, begin);
  if (end < 0) return end;
  if (end > bytes.length - tagRoom) return unfinished;
  if (!standsAt(bytes, end, ends)) return notPlain;
  leaf = textAt(bytes, begin, end);
  return end + ends.length;
}
