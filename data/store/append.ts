import {
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBVector,
  INTEGER,
  LIST,
  SMALLINT,
  TIMESTAMPTZ,
  VARCHAR,
} from "@duckdb/node-api";
import duckdb, { type Vector } from "@duckdb/node-bindings";
import type { RowOf, Table } from "../schema/index.ts";
import { chunkRows, columnVector } from "./column-vector.ts";
import { toDuckDB } from "./values.ts";

const types: Record<string, DuckDBType> = {
  VARCHAR,
  SMALLINT,
  INTEGER,
  DOUBLE,
  BOOLEAN,
  DATE,
  TIMESTAMPTZ,
  "VARCHAR[]": LIST(VARCHAR),
};

type Row = Readonly<Record<string, unknown>>;

/** Puts one column of some rows into a chunk. */
type Writer = (rows: readonly Row[], chunk: DuckDBDataChunk, index: number) => void;

/** Appends rows to a table in chunks of columns: the fastest way in that keeps types. Runs in the caller's transaction. */
export async function append<T extends Table>(
  connection: DuckDBConnection,
  table: T,
  rows: readonly RowOf<T>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(table.columns).map(([name, { sql }]) => ({
    type: typeOf(sql),
    write: codedWriter(name, sql) ?? plainWriter(name),
  }));
  const appender = await connection.createAppender(table.name);
  for (let start = 0; start < rows.length; start += chunkRows) {
    const part = rows.slice(start, start + chunkRows) as readonly Row[];
    const chunk = DuckDBDataChunk.create(
      columns.map(({ type }) => type),
      part.length,
    );
    columns.forEach(({ write }, index) => {
      write(part, chunk, index);
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function typeOf(sql: string): DuckDBType {
  const type = types[sql];
  if (!type) throw new Error(`No appender type for column type ${sql}.`);
  return type;
}

/** Writes each distinct value once and copies it ever after; undefined for types that have no fixed layout. */
function codedWriter(name: string, sql: string): Writer | undefined {
  const vector = columnVector(sql);
  if (!vector) return undefined;
  const values: unknown[] = [];
  const known = new Map<unknown, number>();
  const codes = new Int32Array(chunkRows);
  const codeOf = (value: unknown): number => {
    const found = known.get(value);
    if (found !== undefined) return found;
    known.set(value, values.length);
    return values.push(value) - 1;
  };
  return (rows, chunk, index) => {
    let last: unknown = rows[0]?.[name];
    let code = codeOf(last);
    for (let at = 0; at < rows.length; at += 1) {
      const value = (rows[at] as Row)[name];
      if (value !== last) {
        last = value;
        code = codeOf(value);
      }
      codes[at] = code;
    }
    vector.know(values);
    vector.write(duckdb.data_chunk_get_vector(chunk.chunk, index) as Vector, codes, 0, rows.length);
  };
}

function plainWriter(name: string): Writer {
  return (rows, chunk, index) => {
    const vector: DuckDBVector = chunk.getColumnVector(index);
    rows.forEach((row, at) => {
      vector.setItem(at, toDuckDB(row[name]));
    });
    vector.flush();
  };
}
