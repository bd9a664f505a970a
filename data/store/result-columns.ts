import { DuckDBTypeId } from "@duckdb/node-api";
import type { StatementRunner } from "./in-turn.ts";
import { rawVector } from "./raw-vector.ts";
import { textCodes } from "./text-codes.ts";
import { entry, vectorCodes } from "./text-vector.ts";

/** A column of a result: whole numbers, or texts by code with −1 where there is none. */
export type ResultColumn =
  | { readonly numbers: Int32Array }
  | { readonly codes: Int32Array; readonly texts: readonly string[] };

/** All rows of a result, column by column. */
export interface ResultColumns {
  readonly count: number;
  /** A column of whole numbers that are all there. */
  numbers(name: string): Int32Array;
  /** A column of texts. */
  texts(name: string): { readonly codes: Int32Array; readonly texts: readonly string[] };
}

/** The rows of a statement as columns, its texts each once: for results of many rows, which as objects would be costly. */
export async function resultColumns(connection: StatementRunner, statement: string): Promise<ResultColumns> {
  const result = await connection.run(statement);
  const names = result.deduplicatedColumnNames();
  const isText = result.columnTypes().map(({ typeId }) => typeId === DuckDBTypeId.VARCHAR);
  const count = result.rowCount;
  const columns = names.map(() => ({ values: new Int32Array(count), texts: textCodes() }));
  const readers = columns.map(({ texts }) => vectorCodes(texts));
  const chunks = result.chunkCount;
  for (let number = 0, at = 0; number < chunks; number += 1) {
    const chunk = result.getChunk(number);
    const { rowCount } = chunk;
    for (const [index, { values }] of columns.entries()) {
      if (isText[index]) {
        values.fill(-1, at, at + rowCount);
        readers[index]?.read(rawVector(chunk, index, rowCount, entry), values, at);
      } else {
        const { items } = chunk.getColumnVector(index) as unknown as { readonly items: Int32Array | Int16Array };
        values.set(items.subarray(0, rowCount), at);
      }
    }
    at += rowCount;
  }
  const column = (name: string) => {
    const found = columns[names.indexOf(name)];
    if (!found) throw new Error(`The result has no column ${name}.`);
    return found;
  };
  return {
    count,
    numbers: (name) => column(name).values,
    texts(name) {
      const { values, texts } = column(name);
      const bytes = Buffer.from(texts.bytes());
      const offsets = texts.offsets();
      const list = Array.from({ length: texts.count }, (_, at) => bytes.toString("utf8", offsets[at], offsets[at + 1]));
      return { codes: values, texts: list };
    },
  };
}
