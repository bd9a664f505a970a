import { makeData, Utf8, Vector } from "apache-arrow";
import type { ArrowColumn } from "./arrow-columns.ts";
import { dictionaryIndices } from "./arrow-indices.ts";
import { roomOf, rowsABatch } from "./arrow-room.ts";
import { type Presence, presence } from "./presence.ts";
import { rawVector } from "./raw-vector.ts";
import { textCodes } from "./text-codes.ts";
import { entry, vectorCodes } from "./text-vector.ts";

interface Part {
  readonly codes: Int32Array;
  readonly present: Presence;
}

/** A column of text: as a dictionary, or each text as it is where that takes fewer bytes. */
export function arrowTexts(): ArrowColumn {
  const texts = textCodes();
  const reader = vectorCodes(texts);
  const room = roomOf((rows) => new Int32Array(rows));
  const parts: Part[] = [];
  let present = presence(rowsABatch);
  /** Rows, and bytes of their texts. */
  const all = { rows: 0, bytes: 0 };
  return {
    take(chunk, column, rowCount, at) {
      const vector = rawVector(chunk, column, rowCount, entry);
      all.bytes += reader.read(vector, room.of(at + rowCount), at);
      present.take(vector, at);
    },
    end(rows) {
      all.rows += rows;
      parts.push({ codes: room.done(rows), present });
      present = presence(rowsABatch);
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
        parts: parts.map(({ codes, present }) => ({
          data: narrowed(codes),
          dictionary,
          ...present.told(codes.length),
        })),
      };
    },
  };
}

/** The texts of a batch one after the other, from the dictionary of all. */
function plain(texts: Uint8Array, offsets: Int32Array, { codes, present }: Part): object {
  const valueOffsets = new Int32Array(codes.length + 1);
  const from = (row: number) => offsets[codes[row] as number] as number;
  const to = (row: number) => (present.has(row) ? (offsets[(codes[row] as number) + 1] as number) : from(row));
  for (let row = 0; row < codes.length; row += 1)
    valueOffsets[row + 1] = (valueOffsets[row] as number) + to(row) - from(row);
  const data = new Uint8Array(valueOffsets[codes.length] as number);
  for (let row = 0; row < codes.length; row += 1)
    if (to(row) > from(row)) data.set(texts.subarray(from(row), to(row)), valueOffsets[row]);
  return { data, valueOffsets, ...present.told(codes.length) };
}
