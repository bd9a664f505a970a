import { type DuckDBConnection, type DuckDBDataChunk, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import {
  Bool,
  type DataType,
  DateDay,
  Field,
  Float64,
  Int16,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMicrosecond,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { dictionaryIndices } from "./arrow-indices.ts";
import { type Parameters, toBound } from "./query.ts";

/** Chunks of DuckDB's 2,048 rows that go into one record batch. */
const chunksABatch = 64;

/** What DuckDB's vectors of fixed width hold: numbers in an array of their own kind, and which of them are there. */
interface FixedVector {
  readonly items: Numbers;
  readonly validity: { readonly data: BigUint64Array | null };
}
type Numbers = Int16Array | Int32Array | Float64Array | BigInt64Array | Uint8Array;

/**
 * The rows of a statement as an Arrow IPC stream, made from DuckDB's column vectors: numbers are copied as they lie, text goes
 * as dictionaries (one entry for each distinct text), rows are never made into objects. Columns of text, whole numbers,
 * doubles, truth values, dates and moments; others are refused.
 */
export async function arrowStream(
  connection: DuckDBConnection,
  statement: string,
  parameters: Parameters = [],
): Promise<Uint8Array> {
  const result = await connection.stream(statement, toBound(parameters));
  const names = result.deduplicatedColumnNames();
  const columns = result.columnTypes().map(columnOf);
  const batches: { readonly rows: number; readonly parts: readonly Part[] }[] = [];
  let waiting: DuckDBDataChunk[] = [];
  const flush = () => {
    const rows = waiting.reduce((sum, chunk) => sum + chunk.rowCount, 0);
    batches.push({ rows, parts: columns.map((column, index) => column.gather(waiting, index, rows)) });
    waiting = [];
  };
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    waiting.push(chunk);
    if (waiting.length === chunksABatch) flush();
  }
  flush();

  const dictionary = columns.map(({ texts }, id) => (texts ? dictionaryIndices(texts.length, id) : undefined));
  const types = columns.map(({ type }, index) => dictionary[index]?.type ?? type);
  const fields = types.map((type, index) => new Field(names[index] as string, type, true));
  const schema = new Schema(fields);
  const dictionaries = columns.map(({ texts }) => (texts ? vectorFromArray(texts, new Utf8()) : undefined));
  const writer = new RecordBatchStreamWriter();
  for (const { rows, parts } of batches) {
    const children = parts.map(({ data, nulls, validity }, index) =>
      makeData({
        type: types[index] as never,
        length: rows,
        nullCount: nulls,
        nullBitmap: nulls > 0 ? validity : undefined,
        data: (dictionary[index]?.narrowed(data as Int32Array) ?? data) as never,
        dictionary: dictionaries[index] as never,
      }),
    );
    const struct = makeData({ type: new Struct(fields), length: rows, nullCount: 0, children });
    writer.write(new RecordBatch(schema, struct));
  }
  writer.finish();
  return writer.toUint8Array(true);
}

interface Part {
  readonly data: Numbers;
  readonly nulls: number;
  /** A bit a row, set where there is a value. */
  readonly validity: Uint8Array;
}

interface ArrowColumn {
  readonly type: DataType;
  /** Distinct texts so far, of a column of text. */
  readonly texts?: readonly string[];
  gather(chunks: readonly DuckDBDataChunk[], column: number, rows: number): Part;
}

function columnOf(type: DuckDBType): ArrowColumn {
  switch (type.typeId) {
    case DuckDBTypeId.VARCHAR:
      return textColumn();
    case DuckDBTypeId.BOOLEAN:
      return { type: new Bool(), gather: gatherBits };
    case DuckDBTypeId.SMALLINT:
      return fixed(new Int16(), (rows) => new Int16Array(rows));
    case DuckDBTypeId.INTEGER:
      return fixed(new Int32(), (rows) => new Int32Array(rows));
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

function fixed(type: DataType, room: (rows: number) => Numbers): ArrowColumn {
  return {
    type,
    gather(chunks, column, rows) {
      const data = room(rows);
      let at = 0;
      const present = presence(rows);
      for (const chunk of chunks) {
        const { items, validity } = chunk.getColumnVector(column) as unknown as FixedVector;
        data.set(items.subarray(0, chunk.rowCount) as never, at);
        present.take(validity.data, at, chunk.rowCount);
        at += chunk.rowCount;
      }
      return { data, ...present.done() };
    },
  };
}

function gatherBits(chunks: readonly DuckDBDataChunk[], column: number, rows: number): Part {
  const data = new Uint8Array((rows + 7) >> 3);
  const present = presence(rows);
  let at = 0;
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(column);
    for (let row = 0; row < chunk.rowCount; row += 1)
      if (vector.getItem(row) === true) data[(at + row) >> 3]! |= 1 << ((at + row) & 7);
    present.take((vector as unknown as FixedVector).validity.data, at, chunk.rowCount);
    at += chunk.rowCount;
  }
  return { data, ...present.done() };
}

function textColumn(): ArrowColumn {
  const texts: string[] = [];
  const codes = new Map<string, number>();
  return {
    type: new Utf8(),
    texts,
    gather(chunks, column, rows) {
      const data = new Int32Array(rows);
      const present = presence(rows);
      let at = 0;
      for (const chunk of chunks) {
        const vector = chunk.getColumnVector(column);
        for (let row = 0; row < chunk.rowCount; row += 1) {
          const text = vector.getItem(row) as string | null;
          if (text === null) continue;
          let code = codes.get(text);
          if (code === undefined) {
            code = texts.length;
            texts.push(text);
            codes.set(text, code);
          }
          data[at + row] = code;
        }
        present.take((vector as unknown as FixedVector).validity.data, at, chunk.rowCount);
        at += chunk.rowCount;
      }
      return { data, ...present.done() };
    },
  };
}

/** Gathers which rows have a value, from DuckDB's masks: a bit a row, none where all have one. */
function presence(rows: number) {
  const validity = new Uint8Array((rows + 7) >> 3).fill(255);
  let nulls = 0;
  return {
    take(mask: BigUint64Array | null, at: number, count: number) {
      if (!mask) return;
      const bits = new Uint8Array(mask.buffer, mask.byteOffset, mask.byteLength);
      for (let row = 0; row < count; row += 1) {
        if ((bits[row >> 3]! >> (row & 7)) & 1) continue;
        validity[(at + row) >> 3]! &= ~(1 << ((at + row) & 7));
        nulls += 1;
      }
    },
    done: () => ({ nulls, validity }),
  };
}
