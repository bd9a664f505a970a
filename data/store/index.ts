export type { DuckDBConnection } from "@duckdb/node-api";
export { append } from "./append.ts";
export { type AppendedColumn, type ColumnAppender, columnAppender } from "./append-columns.ts";
export { arrowStream } from "./arrow.ts";
export { dictionaryIndices } from "./arrow-indices.ts";
export { type Db, database } from "./database.ts";
export { DuckDBDialect } from "./dialect.ts";
export { openReader, openWriter, type Store } from "./open.ts";
export { all, columns, one, transaction } from "./query.ts";
