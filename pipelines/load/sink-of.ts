import type { Table } from "@trama/data/schema";
import type { DuckDBConnection } from "@trama/data/store";
import { partsSink } from "./parts-sink.ts";
import { type TableSink, tableSink } from "./table-sink.ts";

/** Where accepted rows of a table go in the working store, whether it is kept as it is read or in parts. */
export function sinkOf(connection: DuckDBConnection, table: Table): TableSink<Table> {
  return table.parts ? partsSink(connection, table) : tableSink(connection, table);
}
