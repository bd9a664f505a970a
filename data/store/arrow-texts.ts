import { makeData, Utf8, Vector } from "apache-arrow";
import type { ArrowColumn } from "./arrow-columns.ts";
import { dictionaryIndices } from "./arrow-indices.ts";
import { type Presence, presence, presenceBits } from "./presence.ts";
import { textCodes } from "./text-codes.ts";
import { vectorCodes } from "./text-vector.ts";

/** A column of text: as a dictionary, or each text as it is where that takes fewer bytes. */
export function arrowTexts(): ArrowColumn {
  const texts = textCodes();
  const reader = vectorCodes(texts);
  const parts: { readonly codes: Int32Array; readonly present: Presence }[] = [];
  /** Rows, and bytes of their texts. */
  const all = { rows: 0, bytes: 0 };
  return {
    gather(chunks, column, rows) {
      const codes = new Int32Array(rows);
      const present = presence(rows);
      let at = 0;
      for (const chunk of chunks) {
        const vector = chunk.getColumnVector(column);
        all.bytes += reader.read(vector, chunk.rowCount, presenceBits(vector), codes, at);
        present.take(vector, at, chunk.rowCount);
        at += chunk.rowCount;
      }
      all.rows += rows;
      parts.push({ codes, present });
    },
    finish(id) {
      const [data, valueOffsets] = [texts.bytes(), texts.offsets()];
      const { type, narrowed } = dictionaryIndices(texts.count, id);
      const width = type.indices.bitWidth / 8;
      if (all.bytes + 4 * all.rows < data.length + 4 * texts.count + width * all.rows)
        return { type: new Utf8(), parts: parts.map((part) => plain(data, valueOffsets, part)) };
      const utf8 = makeData({ type: new Utf8(), length: texts.count, nullCount: 0, valueOffsets, data });
      const dictionary = new Vector([utf8]);
      return {
        type,
        parts: parts.map(({ codes, present }) => ({ data: narrowed(codes), dictionary, ...present.told() })),
      };
    },
  };
}

/** The texts of a batch one after the other, from the dictionary of all. */
function plain(
  texts: Uint8Array,
  offsets: Int32Array,
  { codes, present }: { readonly codes: Int32Array; readonly present: Presence },
): object {
  const valueOffsets = new Int32Array(codes.length + 1);
  const from = (row: number) => offsets[codes[row] as number] as number;
  const to = (row: number) => (present.has(row) ? (offsets[(codes[row] as number) + 1] as number) : from(row));
  for (let row = 0; row < codes.length; row += 1)
    valueOffsets[row + 1] = (valueOffsets[row] as number) + to(row) - from(row);
  const data = new Uint8Array(valueOffsets[codes.length] as number);
  for (let row = 0; row < codes.length; row += 1)
    if (to(row) > from(row)) data.set(texts.subarray(from(row), to(row)), valueOffsets[row]);
  return { data, valueOffsets, ...present.told() };
}
