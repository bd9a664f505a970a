import { dictionaryIndices } from "@trama/data/store";
import {
  Bool,
  type Data,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import type { Column } from "./table.ts";

/** Columns as an Arrow IPC stream; repeating text goes as dictionaries. */
export function arrowOf(columns: readonly Column[]): Uint8Array {
  const rows = columns[0]?.values.length ?? 0;
  const children = columns.map((column, id) => dataOf(column, id, rows));
  const fields = columns.map(({ name }, at) => new Field(name, (children[at] as Data).type, true));
  const writer = new RecordBatchStreamWriter();
  const struct = makeData({ type: new Struct(fields), length: rows, nullCount: 0, children });
  writer.write(new RecordBatch(new Schema(fields), struct));
  writer.finish();
  return writer.toUint8Array(true);
}

function dataOf({ kind, values }: Column, id: number, rows: number): Data {
  const present = new Uint8Array((rows + 7) >> 3);
  let nulls = 0;
  const filled = (data: Int32Array | Float64Array, numberOf: (value: string | number | boolean) => number) => {
    for (let at = 0; at < rows; at += 1) {
      const value = values[at];
      if (value === null || value === undefined) nulls += 1;
      else {
        present[at >> 3]! |= 1 << (at & 7);
        data[at] = numberOf(value);
      }
    }
    return data;
  };
  const made = <T extends object>(more: T) => ({
    length: rows,
    nullCount: nulls,
    nullBitmap: nulls > 0 ? present : undefined,
    ...more,
  });
  switch (kind) {
    case "whole": {
      const data = filled(new Int32Array(rows), Number) as Int32Array;
      return makeData(made({ type: new Int32(), data }));
    }
    case "real": {
      const data = filled(new Float64Array(rows), Number) as Float64Array;
      return makeData(made({ type: new Float64(), data }));
    }
    case "flag": {
      const bits = new Uint8Array((rows + 7) >> 3);
      filled(new Int32Array(rows), Number).forEach((so, at) => {
        bits[at >> 3]! |= so << (at & 7);
      });
      return makeData(made({ type: new Bool(), data: bits }));
    }
    case "text": {
      const codes = new Map<string, number>();
      const data = filled(new Int32Array(rows), (value) => {
        const code = codes.get(value as string) ?? codes.size;
        if (code === codes.size) codes.set(value as string, code);
        return code;
      }) as Int32Array;
      const dictionary = vectorFromArray([...codes.keys()], new Utf8());
      const { type, narrowed } = dictionaryIndices(codes.size, id);
      return makeData(made({ type, data: narrowed(data), dictionary }) as never) as Data;
    }
  }
}
