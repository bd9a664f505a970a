import type { RowOf, Table } from "@trama/data/schema";
import { type AppendedColumn, type ColumnAppender, columnAppender, type DuckDBConnection } from "@trama/data/store";
import { acceptedColumns, type GatheredColumns } from "../validate/accepted-columns.ts";

/** Takes rows for a table as they come, so that none of them wait in memory for the end of the file. */
export interface TableSink<T extends Table> {
  rows(rows: readonly RowOf<T>[]): Promise<void>;
  columns(columns: GatheredColumns, count: number): Promise<void>;
  /** Puts the last rows into the table. */
  close(): void;
  /** Lets go of what is not in the table yet. */
  discard(): void;
}

export function tableSink<T extends Table>(connection: DuckDBConnection, table: T): TableSink<T> {
  let appender: ColumnAppender | undefined;
  const columns = async (given: GatheredColumns, count: number) => {
    if (count === 0) return;
    appender ??= await columnAppender(connection, table);
    appender.append(given as Readonly<Record<string, AppendedColumn>>, count);
  };
  return {
    columns,
    rows: byColumns(table, columns),
    close() {
      appender?.close();
      appender = undefined;
    },
    discard() {
      appender?.discard();
      appender = undefined;
    },
  };
}

/** Takes rows of a table as columns. */
export function byColumns<T extends Table>(
  table: T,
  columns: TableSink<T>["columns"],
): (rows: readonly RowOf<T>[]) => Promise<void> {
  const gathered = acceptedColumns(table);
  return async (rows) => {
    gathered.begin(rows.length);
    for (const row of rows) gathered.add(row as Record<string, unknown>);
    await columns(gathered.columns(), gathered.count);
  };
}
