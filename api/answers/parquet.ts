import { parquetWriteBuffer } from "hyparquet-writer";
import type { Column } from "./table.ts";

const types = { text: "STRING", whole: "INT32", real: "DOUBLE", flag: "BOOLEAN" } as const;

/** Columns as a Parquet file (Snappy, dictionaries where text repeats), written in memory: no file is made or opened. */
export function parquetOf(columns: readonly Column[]): Uint8Array<ArrayBuffer> {
  const columnData = columns.map(({ name, kind, values }) => ({ name, data: [...values], type: types[kind] }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: "Trama" }));
}
