import { type DuckDBDataChunk, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import { Bool, type DataType, DateDay, Float64, Int8, Int16, Int32, Int64, TimestampMicrosecond } from "apache-arrow";
import { arrowTexts } from "./arrow-texts.ts";
import { type Presence, presence } from "./presence.ts";

/** One column of an Arrow stream, gathered batch by batch; what type it takes is known when all have been seen. */
export interface ArrowColumn {
  /** Takes up a column of the next batch from its chunks. */
  gather(chunks: readonly DuckDBDataChunk[], column: number, rows: number): void;
  /** Its type, and for each batch what Arrow needs of its data. `id` tells dictionaries apart. */
  finish(id: number): { readonly type: DataType; readonly parts: readonly object[] };
}

type Numbers = Int8Array | Int16Array | Int32Array | Float64Array | BigInt64Array | Uint8Array;

/** What DuckDB's vectors of fixed width hold: numbers in an array of their own kind. */
interface FixedVector {
  readonly items: Numbers;
}

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

interface Part {
  readonly data: Numbers;
  readonly present: Presence;
}

function partOf({ data, present }: Part): object {
  return { data, ...present.told() };
}

function fixed(type: DataType, room: (rows: number) => Numbers): ArrowColumn {
  const parts: Part[] = [];
  return {
    gather: (chunks, column, rows) => parts.push(copied(chunks, column, rows, room)),
    finish: () => ({ type, parts: parts.map(partOf) }),
  };
}

/** Whole numbers in the narrowest type that holds all of them. Signed, for not every reader takes unsigned ones. */
function wholeNumbers(room: (rows: number) => Int8Array | Int16Array | Int32Array): ArrowColumn {
  const parts: { readonly data: Int8Array | Int16Array | Int32Array; readonly present: Presence }[] = [];
  let [least, most] = [0, 0];
  return {
    gather(chunks, column, rows) {
      const part = copied(chunks, column, rows, room);
      const { data, present } = part;
      // What stands in a row without a value is not asked for and may be anything.
      if (present.nulls > 0) for (let row = 0; row < rows; row += 1) if (!present.has(row)) data[row] = 0;
      for (let row = 0; row < rows; row += 1) {
        const number = data[row] as number;
        if (number < least) least = number;
        else if (number > most) most = number;
      }
      parts.push(part);
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
        parts: parts.map(({ data, present }) =>
          partOf({ data: data instanceof narrow ? data : new narrow(data), present }),
        ),
      };
    },
  };
}

/** Copies the numbers of a column as they lie. */
function copied<Room extends Numbers>(
  chunks: readonly DuckDBDataChunk[],
  column: number,
  rows: number,
  room: (rows: number) => Room,
): { readonly data: Room; readonly present: Presence } {
  const data = room(rows);
  const present = presence(rows);
  let at = 0;
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(column);
    data.set((vector as unknown as FixedVector).items.subarray(0, chunk.rowCount) as never, at);
    present.take(vector, at, chunk.rowCount);
    at += chunk.rowCount;
  }
  return { data, present };
}

function truthValues(): ArrowColumn {
  const parts: Part[] = [];
  return {
    gather(chunks, column, rows) {
      const data = new Uint8Array((rows + 7) >> 3);
      const present = presence(rows);
      let at = 0;
      for (const chunk of chunks) {
        const vector = chunk.getColumnVector(column);
        for (let row = 0; row < chunk.rowCount; row += 1)
          if (vector.getItem(row) === true) data[(at + row) >> 3]! |= 1 << ((at + row) & 7);
        present.take(vector, at, chunk.rowCount);
        at += chunk.rowCount;
      }
      parts.push({ data, present });
    },
    finish: () => ({ type: new Bool(), parts: parts.map(partOf) }),
  };
}
