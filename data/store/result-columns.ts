import { type DuckDBDataChunk, type DuckDBEnumType, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import type { StatementRunner } from "./in-turn.ts";
import { rawVector } from "./raw-vector.ts";
import { type TextCodes, textCodes, viewOf } from "./text-codes.ts";
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
  const types = result.columnTypes();
  const count = result.rowCount;
  const columns = names.map(() => ({ values: new Int32Array(count), texts: textCodes() }));
  const readers = columns.map(({ texts }, index) => readerOf(types[index] as DuckDBType, texts));
  const chunks = result.chunkCount;
  for (let number = 0, at = 0; number < chunks; number += 1) {
    const chunk = result.getChunk(number);
    const { rowCount } = chunk;
    for (const [index, { values }] of columns.entries()) readers[index]?.(chunk, index, values, at);
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

/** What vectors of whole numbers, and of places in an ENUM's list, hold; and which are there. */
interface Insides {
  readonly items: Int32Array | Int16Array | Uint8Array;
  readonly validity: { itemValid(row: number): boolean };
}

/** Puts what a column of a chunk holds into `values`, from a place on. */
type Reader = (chunk: DuckDBDataChunk, index: number, values: Int32Array, at: number) => void;

/** How a column of this type is read: texts as the codes of `texts`, numbers as they lie. */
function readerOf(type: DuckDBType, texts: TextCodes): Reader {
  switch (type.typeId) {
    case DuckDBTypeId.VARCHAR: {
      const codes = vectorCodes(texts);
      return (chunk, index, values, at) => {
        const { rowCount } = chunk;
        values.fill(-1, at, at + rowCount);
        codes.read(rawVector(chunk, index, rowCount, entry), values, at);
      };
    }
    case DuckDBTypeId.ENUM: {
      const known = new Map<number, number>();
      const codeOf = (place: number): number => {
        const bytes = Buffer.from((type as DuckDBEnumType).values[place] as string);
        const code = texts.codeOf(viewOf(bytes), 0, bytes.length);
        known.set(place, code);
        return code;
      };
      return (chunk, index, values, at) => {
        const { items, validity } = chunk.getColumnVector(index) as unknown as Insides;
        for (let row = 0; row < chunk.rowCount; row += 1) {
          const place = items[row] as number;
          values[at + row] = validity.itemValid(row) ? (known.get(place) ?? codeOf(place)) : -1;
        }
      };
    }
    default:
      return (chunk, index, values, at) => {
        const { items } = chunk.getColumnVector(index) as unknown as Insides;
        values.set(items.subarray(0, chunk.rowCount), at);
      };
  }
}
