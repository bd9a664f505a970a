import duckdb from "@duckdb/node-bindings";
import { type ColumnVector, chunkRows, columnVector } from "./column-vector.ts";

const entryBytes = 16;

/**
 * Lists of texts as DuckDB lays them out: an entry a row, offset and length, over the texts of all known lists one after the
 * other. Rows with the same list share its texts, so there may be few lists: no more texts in all than rows in a chunk.
 */
export function listVector(): ColumnVector {
  const texts = columnVector("VARCHAR") as ColumnVector;
  let known: readonly unknown[] = [];
  let flat: string[] = [];
  let places = new Int32Array(0);
  let offsets: number[] = [];
  const out = new BigUint64Array(chunkRows * 2);

  return {
    type: duckdb.create_list_type(texts.type),
    know(values) {
      if (values !== known) {
        known = values;
        flat = [];
        offsets = [];
      }
      for (let at = offsets.length; at < values.length; at += 1) {
        offsets.push(flat.length);
        flat.push(...(values[at] as readonly string[]));
      }
      if (flat.length > chunkRows) throw new Error("These are too many lists to be told by their codes.");
      if (places.length < flat.length) places = Int32Array.from(flat, (_, at) => at);
      texts.know(flat);
    },
    write(vector, codes, from, rows) {
      for (let row = 0; row < rows; row += 1) {
        const code = codes ? (codes[from + row] as number) : 0;
        out[row * 2] = BigInt(offsets[code] as number);
        out[row * 2 + 1] = BigInt((offsets[code + 1] ?? flat.length) - (offsets[code] as number));
      }
      duckdb.list_vector_reserve(vector, flat.length);
      duckdb.list_vector_set_size(vector, flat.length);
      if (flat.length > 0) texts.write(duckdb.list_vector_get_child(vector), places, 0, flat.length);
      duckdb.copy_data_to_vector(vector, 0, out.buffer, 0, rows * entryBytes);
    },
    writeNumbers() {
      throw new Error("A list is no number.");
    },
  };
}
