import type { DuckDBVector } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";
import type { TextCodes } from "./text-codes.ts";

/** Bytes of an entry: the length in four, then up to twelve of text in place, or four of it and a pointer to all. */
const entry = 16;
const inPlace = 12;

/** A dictionary of texts that takes up vectors of DuckDB. */
export interface VectorCodes {
  /**
   * Puts the code of each row's text into `codes`, from a place on. Rows without a bit in `present` have no text and keep
   * what was there; all have one where it is left out. Gives how many bytes the texts have together.
   */
  read(vector: DuckDBVector, rows: number, present: Uint8Array | undefined, codes: Int32Array, at: number): number;
}

/**
 * Reads texts as the bytes they are. A short text is known again by its entry. Long ones that lie in memory one right after
 * the other, as DuckDB mostly puts them, are fetched together: fetching costs more than anything that is done with them.
 */
export function vectorCodes(texts: TextCodes): VectorCodes {
  const short = shortTexts();
  return {
    read(vector, rows, present, codes, at) {
      const { dataView } = vector as unknown as { readonly dataView: DataView };
      const { buffer, byteOffset, byteLength } = dataView;
      const bytes = new Uint8Array(buffer, byteOffset, byteLength);
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
          codes[at + row] = short.codeOf(words, row * 4, bytes, row * entry + 4, length, texts);
          row += 1;
          continue;
        }
        const run = runOf(words, row, rows, present);
        const together = duckdb.get_data_from_pointer(
          buffer as ArrayBuffer,
          byteOffset + run.lowest * entry + 8,
          run.to - run.from,
        );
        for (; row < run.end; row += 1) {
          if (present !== undefined && (((present[row >> 3] as number) >> (row & 7)) & 1) === 0) continue;
          const size = words[row * 4] as number;
          total += size;
          if (size <= inPlace) codes[at + row] = short.codeOf(words, row * 4, bytes, row * entry + 4, size, texts);
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

/** Codes of texts in place by their four words: the length and the text, filled up with zeros. */
function shortTexts() {
  let count = 0;
  /** Eight numbers a place: four words and, one more than it is, the code. At most half of the places are taken. */
  let places = new Int32Array(256 * 8);

  const placeOf = (words: Int32Array, at: number): number => {
    const a = words[at] as number;
    const b = words[at + 1] as number;
    const c = words[at + 2] as number;
    const d = words[at + 3] as number;
    const known = places;
    let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15) ^ d, 0x27d4eb2f);
    hash ^= hash >>> 13;
    const most = (known.length >> 3) - 1;
    for (let place = hash & most; ; place = (place + 1) & most) {
      const there = place << 3;
      if (
        known[there + 4] === 0 ||
        (known[there + 1] === b && known[there] === a && known[there + 2] === c && known[there + 3] === d)
      )
        return there;
    }
  };

  return {
    codeOf(words: Int32Array, at: number, bytes: Uint8Array, from: number, length: number, texts: TextCodes): number {
      let there = placeOf(words, at);
      if (places[there + 4] !== 0) return (places[there + 4] as number) - 1;
      count += 1;
      if (count * 16 > places.length) {
        const old = places;
        places = new Int32Array(old.length * 2);
        for (let each = 0; each < old.length; each += 8)
          if (old[each + 4] !== 0) places.set(old.subarray(each, each + 8), placeOf(old, each));
        there = placeOf(words, at);
      }
      const code = texts.codeOf(bytes, from, length);
      places.set(words.subarray(at, at + 4), there);
      places[there + 4] = code + 1;
      return code;
    },
  };
}
