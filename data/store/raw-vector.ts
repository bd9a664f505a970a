import type { DuckDBDataChunk } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";

/** A column of a chunk as it lies in DuckDB's memory, for as long as the chunk is held. */
export interface RawVector {
  readonly rows: number;
  /** The values one after the other. What stands in a row without a value may be anything. */
  readonly data: Uint8Array;
  /** A bit for each row that is set where there is a value; undefined where all rows have one. */
  readonly present: Uint8Array | undefined;
}

/**
 * A column of a chunk, whose values take so many bytes each. It is asked of the binding itself: the objects that the library makes of
 * a column and of its type cost as much as reading the column.
 */
export function rawVector({ chunk }: DuckDBDataChunk, column: number, rows: number, width: number): RawVector {
  const vector = duckdb.data_chunk_get_vector(chunk, column);
  return {
    rows,
    data: duckdb.vector_get_data(vector, rows * width),
    present: duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8) ?? undefined,
  };
}
