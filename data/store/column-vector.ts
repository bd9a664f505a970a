import duckdb, { type LogicalType, type Vector } from "@duckdb/node-bindings";

/** Rows of a chunk; DuckDB's own. */
export const chunkRows = 2048;

/** Values of one column as DuckDB lays them out, kept by code so that each is written once and copied ever after. */
export interface ColumnVector {
  readonly type: LogicalType;
  /** Takes up values from a list that grows; what was taken up before stays. */
  know(values: readonly unknown[]): void;
  /** Writes the values of the codes, or of code 0 throughout, into a vector of a chunk. */
  write(vector: Vector, codes: Int32Array | undefined, from: number, count: number): void;
  /** Writes numbers as they are. */
  writeNumbers(vector: Vector, numbers: Int32Array, from: number, count: number): void;
}

interface Layout {
  readonly bytes: 1 | 2 | 4 | 8 | 16;
  /** Writes a value that is not null at a place of a table of values. */
  readonly put: (view: DataView, at: number, value: unknown, vectors: TextKeeper) => void;
}

const layouts: Record<string, Layout & { readonly id: number }> = {
  VARCHAR: { id: duckdb.Type.VARCHAR, bytes: 16, put: (view, at, value, keep) => keep(view, at, String(value)) },
  SMALLINT: { id: duckdb.Type.SMALLINT, bytes: 2, put: (view, at, value) => view.setInt16(at, whole(value, 15), true) },
  INTEGER: { id: duckdb.Type.INTEGER, bytes: 4, put: (view, at, value) => view.setInt32(at, whole(value, 31), true) },
  DOUBLE: { id: duckdb.Type.DOUBLE, bytes: 8, put: (view, at, value) => view.setFloat64(at, Number(value), true) },
  BOOLEAN: { id: duckdb.Type.BOOLEAN, bytes: 1, put: (view, at, value) => view.setUint8(at, value ? 1 : 0) },
  DATE: { id: duckdb.Type.DATE, bytes: 4, put: (view, at, value) => view.setInt32(at, dayNumber(String(value)), true) },
  TIMESTAMPTZ: {
    id: duckdb.Type.TIMESTAMP_TZ,
    bytes: 8,
    put: (view, at, value) => view.setBigInt64(at, BigInt((value as Date).getTime()) * 1000n, true),
  },
};

/** The vector of a column of this type; undefined for types that have no fixed layout, such as lists. */
export function columnVector(sql: string): ColumnVector | undefined {
  const layout = layouts[sql];
  return layout && vectorOf(duckdb.create_logical_type(layout.id), layout);
}

/** The vector of a column that is an ENUM of these texts; putting another into it throws. */
export function enumVector(texts: readonly string[]): ColumnVector {
  const places = new Map(texts.map((text, place) => [text, place]));
  const bytes = texts.length < 2 ** 8 ? 1 : texts.length < 2 ** 16 ? 2 : 4;
  const set = { 1: "setUint8", 2: "setUint16", 4: "setUint32" } as const;
  const put: Layout["put"] = (view, at, value) => {
    const place = places.get(String(value));
    if (place === undefined) throw new Error(`"${value}" is none of the texts of the column.`);
    view[set[bytes]](at, place, true);
  };
  return vectorOf(duckdb.create_enum_type(texts), { bytes, put });
}

function vectorOf(type: LogicalType, layout: Layout): ColumnVector {
  const { bytes } = layout;
  let keep = textKeeper();
  let known: readonly unknown[] = [];
  let count = 0;
  let table = new ArrayBuffer(64 * bytes);
  let nulls = new Uint8Array(64);
  let hasNulls = false;
  let filledWith: unknown;
  const out = new ArrayBuffer(chunkRows * bytes);
  const validity = new Uint8Array(chunkRows / 8);

  return {
    type,
    know(values) {
      if (values !== known) {
        known = values;
        keep = textKeeper();
        count = 0;
        hasNulls = false;
        filledWith = undefined;
      }
      if (count === values.length) return;
      if (values.length > nulls.length) {
        const room = Math.max(values.length, nulls.length * 2);
        table = grown(table, room * bytes);
        nulls = new Uint8Array(grown(nulls.buffer, room));
      }
      const view = new DataView(table);
      for (; count < values.length; count += 1) {
        const value = values[count];
        const absent = value === null || value === undefined;
        nulls[count] = absent ? 1 : 0;
        hasNulls ||= absent;
        if (!absent) layout.put(view, count * bytes, value, keep);
      }
    },
    write(vector, codes, from, rows) {
      if (codes || filledWith !== known) {
        copyByCode(table, out, bytes, codes, from, codes ? rows : chunkRows);
        filledWith = codes ? undefined : known;
      }
      duckdb.copy_data_to_vector(vector, 0, out, 0, rows * bytes);
      if (!hasNulls) return;
      validity.fill(0);
      for (let at = 0; at < rows; at += 1)
        if (nulls[codes ? (codes[from + at] as number) : 0] === 0) validity[at >> 3]! |= 1 << (at & 7);
      duckdb.vector_ensure_validity_writable(vector);
      duckdb.copy_data_to_vector_validity(vector, 0, validity.buffer, 0, validity.length);
    },
    writeNumbers(vector, numbers, from, rows) {
      filledWith = undefined;
      const wide = bytes === 4 ? new Int32Array(out) : bytes === 2 ? new Int16Array(out) : new Float64Array(out);
      wide.set(numbers.subarray(from, from + rows));
      duckdb.copy_data_to_vector(vector, 0, out, 0, rows * bytes);
    },
  };
}

function copyByCode(
  table: ArrayBuffer,
  out: ArrayBuffer,
  bytes: Layout["bytes"],
  codes: Int32Array | undefined,
  start: number,
  rows: number,
): void {
  if (bytes >= 4) {
    const words = bytes / 4;
    const source = new Int32Array(table);
    const target = new Int32Array(out);
    let at = 0;
    for (let row = start; row < start + rows; row += 1) {
      const from = (codes ? (codes[row] as number) : 0) * words;
      for (let word = 0; word < words; word += 1) target[at++] = source[from + word] as number;
    }
    return;
  }
  const source = bytes === 2 ? new Int16Array(table) : new Uint8Array(table);
  const target = bytes === 2 ? new Int16Array(out) : new Uint8Array(out);
  for (let row = 0; row < rows; row += 1) target[row] = source[codes ? (codes[start + row] as number) : 0] as number;
}

type TextKeeper = (view: DataView, at: number, text: string) => void;

const inlined = 12;
const utf8 = new TextEncoder();

/**
 * Writes texts as DuckDB's `duckdb_string_t`: length, then up to twelve bytes in place, else a prefix and a pointer. Longer
 * texts are put into vectors of our own, which DuckDB allocates and which live as long as the keeper; the struct is read
 * back from there. Appending a chunk copies the bytes, so nothing of DuckDB's points here afterwards.
 */
function textKeeper(): TextKeeper {
  let room: { readonly vector: Vector; used: number } | undefined;
  const vectors: Vector[] = [];
  return (view, at, text) => {
    const bytes = utf8.encode(text);
    if (bytes.length <= inlined) {
      view.setUint32(at, bytes.length, true);
      for (let place = 0; place < inlined; place += 1) view.setUint8(at + 4 + place, bytes[place] ?? 0);
      return;
    }
    if (room === undefined || room.used === textsAVector) {
      room = { vector: duckdb.create_vector(textType, textsAVector), used: 0 };
      vectors.push(room.vector);
    }
    duckdb.vector_assign_string_element_len(room.vector, room.used, bytes);
    room.used += 1;
    const written = duckdb.vector_get_data(room.vector, room.used * 16);
    for (let place = 0; place < 16; place += 1)
      view.setUint8(at + place, written[written.length - 16 + place] as number);
  };
}

const textsAVector = 128;
const textType = duckdb.create_logical_type(duckdb.Type.VARCHAR);

function whole(value: unknown, bits: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < -(2 ** bits) || number >= 2 ** bits)
    throw new Error(`${number} fits no column of whole numbers.`);
  return number;
}

function dayNumber(text: string): number {
  const [year, month, date] = text.split("-").map(Number) as [number, number, number];
  return Math.floor(Date.UTC(year, month - 1, date) / 86_400_000);
}

function grown(buffer: ArrayBufferLike, bytes: number): ArrayBuffer {
  const more = new ArrayBuffer(bytes);
  new Uint8Array(more).set(new Uint8Array(buffer));
  return more;
}
