import { type DuckDBDataChunk, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import { Bool, type DataType, DateDay, Float64, Int8, Int16, Int32, Int64, TimestampMicrosecond } from "apache-arrow";
import { roomOf, rowsABatch } from "./arrow-room.ts";
import { arrowTexts } from "./arrow-texts.ts";
import { type Presence, presence } from "./presence.ts";
import { rawVector } from "./raw-vector.ts";

/** One column of an Arrow stream, gathered chunk by chunk; what type it takes is known when all have been seen. */
export interface ArrowColumn {
  /** Takes up a column of a chunk of so many rows, from a row of the present batch on. */
  take(chunk: DuckDBDataChunk, column: number, rows: number, at: number): void;
  /** Ends the batch, which has so many rows. */
  end(rows: number): void;
  /** Its type, and for each batch what Arrow needs of its data. `id` tells dictionaries apart. */
  finish(id: number): { readonly type: DataType; readonly parts: readonly object[] };
}

type Numbers = Int8Array | Int16Array | Int32Array | Float64Array | BigInt64Array | Uint8Array;

/** How a type of DuckDB's is written as Arrow. */
export function arrowColumn(type: DuckDBType): ArrowColumn {
  switch (type.typeId) {
    case DuckDBTypeId.VARCHAR:
      return arrowTexts();
    case DuckDBTypeId.BOOLEAN:
      return truthValues();
    case DuckDBTypeId.TINYINT:
      return wholeNumbers((rows) => new Int8Array(rows));
    case DuckDBTypeId.SMALLINT:
      return wholeNumbers((rows) => new Int16Array(rows));
    case DuckDBTypeId.INTEGER:
      return wholeNumbers((rows) => new Int32Array(rows));
    case DuckDBTypeId.BIGINT:
      return fixed(new Int64(), (rows) => new BigInt64Array(rows));
    case DuckDBTypeId.DOUBLE:
      return fixed(new Float64(), (rows) => new Float64Array(rows));
    case DuckDBTypeId.DATE:
      return fixed(new DateDay(), (rows) => new Int32Array(rows));
    case DuckDBTypeId.TIMESTAMP_TZ:
      return fixed(new TimestampMicrosecond("UTC"), (rows) => new BigInt64Array(rows));
    default:
      throw new Error(`Columns of type ${type} are not written as Arrow.`);
  }
}

interface Part<Data extends Numbers = Numbers> {
  readonly data: Data;
  readonly present: Presence;
  readonly rows: number;
}

function partOf({ data, present, rows }: Part): object {
  return { data, ...present.told(rows) };
}

function fixed(type: DataType, made: (rows: number) => Numbers): ArrowColumn {
  const { take, end, parts } = copied(made);
  return { take, end, finish: () => ({ type, parts: parts.map(partOf) }) };
}

/** Whole numbers in the narrowest type that holds all of them. Signed, for not every reader takes unsigned ones. */
function wholeNumbers(made: (rows: number) => Int8Array | Int16Array | Int32Array): ArrowColumn {
  const { take, end, parts } = copied(made);
  let [least, most] = [0, 0];
  return {
    take,
    end(rows) {
      const { data, present } = end(rows);
      // What stands in a row without a value is not asked for and may be anything.
      if (present.nulls > 0) for (let row = 0; row < rows; row += 1) if (!present.has(row)) data[row] = 0;
      for (let row = 0; row < rows; row += 1) {
        const number = data[row] as number;
        if (number < least) least = number;
        else if (number > most) most = number;
      }
    },
    finish() {
      const [type, narrow] =
        least >= -128 && most <= 127
          ? ([new Int8(), Int8Array] as const)
          : least >= -32_768 && most <= 32_767
            ? ([new Int16(), Int16Array] as const)
            : ([new Int32(), Int32Array] as const);
      return {
        type,
        parts: parts.map(({ data, ...part }) =>
          partOf({ data: data instanceof narrow ? data : new narrow(data), ...part }),
        ),
      };
    },
  };
}

/** Copies the numbers of a column as they lie. */
function copied<Data extends Numbers>(made: (rows: number) => Data) {
  const room = roomOf(made as (rows: number) => Numbers);
  const parts: Part<Data>[] = [];
  let present = presence(rowsABatch);
  return {
    parts,
    take(chunk: DuckDBDataChunk, column: number, rows: number, at: number): void {
      const all = room.of(at + rows);
      const width = all.BYTES_PER_ELEMENT;
      const vector = rawVector(chunk, column, rows, width);
      new Uint8Array(all.buffer, at * width, rows * width).set(vector.data);
      present.take(vector, at);
    },
    end(rows: number): Part<Data> {
      const part = { data: room.done(rows) as Data, present, rows };
      present = presence(rowsABatch);
      parts.push(part);
      return part;
    },
  };
}

function truthValues(): ArrowColumn {
  const room = roomOf((bytes) => new Uint8Array(bytes));
  const parts: Part[] = [];
  let present = presence(rowsABatch);
  return {
    take(chunk, column, rows, at) {
      const vector = rawVector(chunk, column, rows, 1);
      const data = room.of((at + rows + 7) >> 3);
      present.take(vector, at);
      for (let row = 0; row < rows; row += 1)
        if (vector.data[row] === 1 && present.has(at + row)) data[(at + row) >> 3]! |= 1 << ((at + row) & 7);
    },
    end(rows) {
      parts.push({ data: room.done((rows + 7) >> 3), present, rows });
      present = presence(rowsABatch);
    },
    finish: () => ({ type: new Bool(), parts: parts.map(partOf) }),
  };
}
