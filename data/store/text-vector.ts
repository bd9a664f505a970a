import duckdb from "@duckdb/node-bindings";
import type { RawVector } from "./raw-vector.ts";
import { type TextCodes, viewOf } from "./text-codes.ts";

/** Bytes of a text's entry in a vector: the length in four, then up to twelve of text in place, or four of it and a pointer to all. */
export const entry = 16;
const inPlace = 12;

/** A dictionary of texts that takes up vectors of DuckDB. */
export interface VectorCodes {
  /**
   * Puts the code of each row's text into `codes`, from a place on. Rows without a text keep what was there. Gives how many
   * bytes the texts have together.
   */
  read(vector: RawVector, codes: Int32Array, at: number): number;
}

/**
 * Reads texts as the bytes they are. A short text is known again by its entry. Long ones that lie in memory one right after
 * the other, as DuckDB mostly puts them, are fetched together: fetching costs more than anything that is done with them.
 */
export function vectorCodes(texts: TextCodes): VectorCodes {
  const short = shortTexts(texts);
  return {
    read({ rows, data, present }, codes, at) {
      const { buffer, byteOffset, byteLength } = data;
      const bytes = viewOf(data);
      const words = new Int32Array(buffer, byteOffset, byteLength >> 2);
      let total = 0;
      let known = -1;
      for (let row = 0; row < rows; ) {
        if (present !== undefined && (((present[row >> 3] as number) >> (row & 7)) & 1) === 0) {
          row += 1;
          continue;
        }
        const length = words[row * 4] as number;
        if (length <= inPlace) {
          total += length;
          codes[at + row] = short(words, row, bytes);
          row += 1;
          continue;
        }
        const run = runOf(words, row, rows, present);
        const together = viewOf(
          duckdb.get_data_from_pointer(buffer as ArrayBuffer, byteOffset + run.lowest * entry + 8, run.to - run.from),
        );
        for (; row < run.end; row += 1) {
          if (present !== undefined && (((present[row >> 3] as number) >> (row & 7)) & 1) === 0) continue;
          const size = words[row * 4] as number;
          total += size;
          if (size <= inPlace) codes[at + row] = short(words, row, bytes);
          else {
            const from = pointerOf(words, row) - run.from;
            if (known < 0 || !texts.is(known, together, from, size)) known = texts.codeOf(together, from, size);
            codes[at + row] = known;
          }
        }
      }
      return total;
    },
  };
}

function pointerOf(words: Int32Array, row: number): number {
  return ((words[row * 4 + 2] as number) >>> 0) + ((words[row * 4 + 3] as number) >>> 0) * 2 ** 32;
}

/** From a row with a long text on: up to which row the long texts lie together, from where to where, and which lies lowest. */
function runOf(words: Int32Array, first: number, rows: number, present: Uint8Array | undefined) {
  let lowest = first;
  let from = pointerOf(words, first);
  let to = from + (words[first * 4] as number);
  let end = first + 1;
  for (; end < rows; end += 1) {
    const length = words[end * 4] as number;
    if (present !== undefined && (((present[end >> 3] as number) >> (end & 7)) & 1) === 0) continue;
    if (length <= inPlace) continue;
    const pointer = pointerOf(words, end);
    if (pointer === to) to += length;
    else if (pointer + length === from) {
      from = pointer;
      lowest = end;
    } else if (pointer < from || pointer + length > to) break;
  }
  return { lowest, from, to, end };
}

/** Where a text in place stands in a table of such texts, or is to be put. */
function placeOf(words: Int32Array, at: number, { places, shift }: ShortTable): number {
  const most = places.length - 1;
  const a = words[at] as number;
  const b = words[at + 1] as number;
  const c = words[at + 2] as number;
  const d = words[at + 3] as number;
  const hash = Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
  for (let there = (hash >>> shift) << 3; ; there = (there + 8) & most)
    if (
      (places[there + 1] === b && places[there + 2] === c && places[there + 3] === d && places[there] === a) ||
      places[there + 4] === 0
    )
      return there;
}

/** Texts in place by their four words: the length and the text, filled up with zeros. */
interface ShortTable {
  /** Eight numbers a place: four words and, one more than it is, the code. At most half of the places are taken. */
  readonly places: Int32Array;
  /** How far a hash is to be shifted so that it names a place. */
  readonly shift: number;
}

/** Codes of texts in place. */
function shortTexts(texts: TextCodes) {
  let count = 0;
  let table: ShortTable = { places: new Int32Array(256 * 8), shift: 24 };

  const add = (words: Int32Array, at: number, bytes: DataView, from: number, length: number): number => {
    count += 1;
    const { places, shift } = table;
    if (count * 16 > places.length) {
      table = { places: new Int32Array(places.length * 2), shift: shift - 1 };
      for (let each = 0; each < places.length; each += 8)
        if (places[each + 4] !== 0) table.places.set(places.subarray(each, each + 8), placeOf(places, each, table));
    }
    const there = placeOf(words, at, table);
    const code = texts.codeOf(bytes, from, length);
    table.places.set(words.subarray(at, at + 4), there);
    table.places[there + 4] = code + 1;
    return code;
  };

  return (words: Int32Array, row: number, bytes: DataView): number => {
    const code = table.places[placeOf(words, row * 4, table) + 4] as number;
    return code > 0 ? code - 1 : add(words, row * 4, bytes, row * entry + 4, words[row * 4] as number);
  };
}
