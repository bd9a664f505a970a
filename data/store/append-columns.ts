import { type DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";
import { literal, quote, type Table } from "../schema/index.ts";
import { type ColumnVector, chunkRows, columnVector, enumVector } from "./column-vector.ts";
import { listVector } from "./list-vector.ts";

/** A column to append: the same value in each row (`codes` left out), a list of values and a code for each row, or numbers. */
export type AppendedColumn =
  | { readonly values: readonly unknown[]; readonly codes?: Int32Array | undefined }
  | { readonly numbers: Int32Array };

/** Columns of texts that are kept as an ENUM, each with all texts that occur in it. */
export type Enums = Readonly<Record<string, readonly string[]>>;

/** Keeps columns of a table that is still empty as ENUMs: a byte a row where there are few texts, and written in a third of the time. */
export async function keepAsEnums(connection: DuckDBConnection, table: Table, enums: Enums): Promise<void> {
  const changes = Object.entries(enums).map(
    ([name, texts]) =>
      `ALTER TABLE ${quote(table.name)} ALTER COLUMN ${quote(name)} SET DATA TYPE ENUM (${texts.map(literal).join(", ")})`,
  );
  if (changes.length > 0) await connection.run(changes.join(";\n"));
}

/** Appends columns to one table, inside the transaction of its connection; rows are in the table once it is closed. */
export interface ColumnAppender {
  /** Appends `count` rows; every column of the table is given. A list of values may grow between two calls. */
  append(columns: Readonly<Record<string, AppendedColumn>>, count: number): void;
  close(): void;
  /** Ends it without what is not in the table yet; for a transaction that will be rolled back. */
  discard(): void;
}

/** An appender to a table, of which `enums` names the columns kept as an ENUM (`keepAsEnums`); throws for types that are appended row by row. */
export async function columnAppender(
  connection: DuckDBConnection,
  table: Table,
  enums: Enums = {},
): Promise<ColumnAppender> {
  const columns = Object.entries(table.columns).map(([name, { sql }]) => {
    const texts = enums[name];
    const vector = texts ? enumVector(texts) : sql === "VARCHAR[]" ? listVector() : columnVector(sql);
    if (!vector) throw new Error(`Columns of type ${sql} are appended row by row.`);
    return { name, vector };
  });
  const appender = await connection.createAppender(table.name);
  const chunk = duckdb.create_data_chunk(columns.map(({ vector }) => vector.type));
  const filled = new DuckDBDataChunk(chunk);

  return {
    append(given, count) {
      for (const { name, vector } of columns) {
        const column = columnOf(given, name, table);
        if ("values" in column) vector.know(column.values);
      }
      for (let from = 0; from < count; from += chunkRows) {
        const rows = Math.min(chunkRows, count - from);
        duckdb.data_chunk_reset(chunk);
        duckdb.data_chunk_set_size(chunk, rows);
        columns.forEach(({ name, vector }, index) => {
          write(columnOf(given, name, table), vector, index, from, rows);
        });
        appender.appendDataChunk(filled);
      }
    },
    close: () => appender.closeSync(),
    discard() {
      appender.clear();
      appender.closeSync();
    },
  };

  function write(column: AppendedColumn, vector: ColumnVector, index: number, from: number, rows: number): void {
    const target = duckdb.data_chunk_get_vector(chunk, index);
    if ("numbers" in column) vector.writeNumbers(target, column.numbers, from, rows);
    else vector.write(target, column.codes, from, rows);
  }
}

function columnOf(
  given: Readonly<Record<string, AppendedColumn>>,
  name: string,
  { name: table }: Table,
): AppendedColumn {
  const column = given[name];
  if (!column) throw new Error(`No values for the column ${name} of ${table}.`);
  return column;
}
