import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from "@duckdb/node-api";
import { Field, makeData, RecordBatch, RecordBatchStreamWriter, Schema, Struct } from "apache-arrow";
import { arrowColumn } from "./arrow-columns.ts";
import { rowsABatch } from "./arrow-room.ts";
import { type Parameters, toBound } from "./query.ts";

/**
 * The rows of a statement as an Arrow IPC stream, made from DuckDB's column vectors; rows are never made into objects, nor
 * texts into strings. Each column takes the fewest bytes that hold what it has: whole numbers of 8, 16 or 32 bits, texts as
 * a dictionary (one entry for each distinct text) or, where most differ, as they are. Columns of text, whole numbers,
 * doubles, truth values, dates and moments; others are refused.
 */
export async function arrowStream(
  connection: DuckDBConnection,
  statement: string,
  parameters: Parameters = [],
): Promise<Uint8Array> {
  const result = await connection.stream(statement, toBound(parameters));
  const names = result.deduplicatedColumnNames();
  const columns = result.columnTypes().map(arrowColumn);
  const batches: number[] = [];
  let rows = 0;
  const endBatch = () => {
    for (const column of columns) column.end(rows);
    batches.push(rows);
    rows = 0;
  };
  for await (const chunk of ahead(result)) {
    const { rowCount } = chunk;
    if (rows + rowCount > rowsABatch) endBatch();
    for (const [index, column] of columns.entries()) column.take(chunk, index, rowCount, rows);
    rows += rowCount;
  }
  if (rows > 0 || batches.length === 0) endBatch();

  const finished = columns.map((column, id) => column.finish(id));
  const fields = finished.map(({ type }, index) => new Field(names[index] as string, type, true));
  const schema = new Schema(fields);
  const writer = new RecordBatchStreamWriter();
  for (const [batch, length] of batches.entries()) {
    const children = finished.map(({ type, parts }) => makeData({ type, length, ...parts[batch] } as never));
    writer.write(new RecordBatch(schema, makeData({ type: new Struct(fields), length, nullCount: 0, children })));
  }
  writer.finish();
  return writer.toUint8Array(true);
}

/** The chunks of a result, each next one fetched while one is worked on. */
async function* ahead(result: DuckDBResult): AsyncGenerator<DuckDBDataChunk> {
  let next = result.fetchChunk();
  for (;;) {
    const chunk = await next;
    if (!chunk || chunk.rowCount === 0) return;
    next = result.fetchChunk();
    next.catch(() => {});
    yield chunk;
  }
}
