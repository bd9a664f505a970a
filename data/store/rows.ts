import {
  type DuckDBEnumType,
  type DuckDBMaterializedResult,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBVector,
} from "@duckdb/node-api";
import { fromDuckDB } from "./values.ts";

/** A result column by column: as many values in each as there are rows. */
export interface Values {
  readonly names: readonly string[];
  readonly columns: readonly (readonly unknown[])[];
}

/** The columns of a result. To ask for them takes a call for each; those of a statement without parameters are always the same. */
export interface Shape {
  readonly names: readonly string[];
  readonly types: readonly DuckDBType[];
}

/** The columns that a result has, in its order; names that occur twice are told apart by a number. */
export function shapeOf(result: DuckDBMaterializedResult): Shape {
  return { names: result.deduplicatedColumnNames(), types: result.columnTypes() };
}

/**
 * All rows of a result as plain objects. Columns are read one after the other, numbers as they lie, and a text that stands in
 * many rows one after the other is decoded once: a row at a time takes three times as long.
 */
export function rowsOf(
  result: DuckDBMaterializedResult,
  { names, types }: Shape = shapeOf(result),
): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  for (const columns of chunksOf(result, types)) putRows(rows, names, columns);
  return rows;
}

/** All values of a result, which go to another process in a third of the bytes of rows. */
export function valuesOf(result: DuckDBMaterializedResult, { names, types }: Shape): Values {
  const all = names.map((): unknown[] => []);
  for (const columns of chunksOf(result, types))
    columns.forEach((column, at) => {
      for (const value of column) all[at]?.push(value);
    });
  return { names, columns: all };
}

/** The rows that values stand for. */
export function rowsFrom({ names, columns }: Values): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  putRows(rows, names, columns);
  return rows;
}

function putRows(rows: Record<string, unknown>[], names: Values["names"], columns: Values["columns"]): void {
  const count = columns[0]?.length ?? 0;
  for (let row = 0; row < count; row += 1) {
    const made: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at += 1) made[names[at] as string] = (columns[at] as unknown[])[row];
    rows.push(made);
  }
}

/** The chunks of a result that is there are taken at once: to be fetched, each would wait for a thread. */
function* chunksOf(result: DuckDBMaterializedResult, types: Shape["types"]): Generator<unknown[][]> {
  for (let number = 0; number < result.chunkCount; number += 1) {
    const chunk = result.getChunk(number);
    yield types.map((type, at) => columnOf(type, chunk.getColumnVector(at), chunk.rowCount));
  }
}

/** What DuckDB's vectors hold: fixed values, and places in an ENUM's list, in an array, texts and lists as entries of sixteen bytes; and which are there. */
interface Insides {
  readonly items: ArrayLike<number>;
  readonly dataView: DataView;
  readonly entryData: BigUint64Array;
  readonly validity: { readonly data: BigUint64Array | null };
}

function columnOf(type: DuckDBType, vector: DuckDBVector, count: number): unknown[] {
  const { items, dataView, entryData, validity } = vector as unknown as Insides;
  const mask = validity?.data;
  const bits = mask ? new Uint8Array(mask.buffer, mask.byteOffset, mask.byteLength) : undefined;
  const isThere = (row: number) => bits === undefined || ((bits[row >> 3] as number) >> (row & 7)) & 1;
  const values: unknown[] = new Array(count);
  switch (type.typeId) {
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.DOUBLE:
      for (let row = 0; row < count; row += 1) values[row] = isThere(row) ? items[row] : null;
      return values;
    case DuckDBTypeId.BIGINT: {
      // A count that its lower half tells is read without an object for it.
      const { buffer, byteOffset } = items as unknown as BigInt64Array;
      const halves = new Int32Array(buffer, byteOffset, count * 2);
      for (let row = 0; row < count; row += 1) {
        const low = halves[row * 2] as number;
        if (!isThere(row)) values[row] = null;
        else values[row] = halves[row * 2 + 1] === low >> 31 ? low : fromDuckDB(vector.getItem(row));
      }
      return values;
    }
    case DuckDBTypeId.VARCHAR: {
      let same = -1;
      for (let row = 0; row < count; row += 1) {
        if (!isThere(row)) values[row] = null;
        else {
          // Equal entries are the same short text, or point to the same long one.
          if (same < 0 || !isSame(dataView, same * 16, row * 16)) values[row] = vector.getItem(row);
          else values[row] = values[same];
          same = row;
        }
      }
      return values;
    }
    case DuckDBTypeId.ENUM: {
      const texts = (type as DuckDBEnumType).values;
      for (let row = 0; row < count; row += 1) values[row] = isThere(row) ? texts[items[row] as number] : null;
      return values;
    }
    case DuckDBTypeId.LIST:
      for (let row = 0; row < count; row += 1)
        values[row] = isThere(row) && entryData[row * 2 + 1] === 0n ? [] : fromDuckDB(vector.getItem(row));
      return values;
    default:
      for (let row = 0; row < count; row += 1) values[row] = fromDuckDB(vector.getItem(row));
      return values;
  }
}

function isSame(view: DataView, one: number, other: number): boolean {
  for (let at = 0; at < 16; at += 4)
    if (view.getInt32(one + at, true) !== view.getInt32(other + at, true)) return false;
  return true;
}
