import { type Table, tables } from "@trama/data/schema";
import { type AppendedColumn, all, type DuckDBConnection } from "@trama/data/store";
import { sharedColumn } from "../validate/accepted-columns.ts";
import { byColumns, type TableSink, tableSink } from "./table-sink.ts";

/** Takes rows of a table as `acceptedColumns` gathers them, and keeps them in the parts of which its view is made. */
export function partsSink(connection: DuckDBConnection, table: Table): TableSink<Table> {
  const sinkOf = (name: string) => tableSink(connection, (tables as Record<string, Table>)[name] as Table);
  const rows = sinkOf(`${table.name}_row`);
  const abouts = sinkOf(`${table.name}_about`);
  const sinks = [rows, abouts];
  const numberings: [column: string, numberedAs: string, numbersOf: Numbering][] = [
    [
      sharedColumn,
      sharedColumn,
      numbering(connection, `${table.name}_about`, sharedColumn, (first, said) =>
        abouts.rows(said.map((shared, index) => ({ ...(shared as object), [sharedColumn]: first + index }))),
      ),
    ],
  ];
  for (const [column, name] of Object.entries(table.parts?.numbered ?? {})) {
    const sink = sinkOf(name);
    sinks.push(sink);
    const number = `${column}_number`;
    numberings.push([
      column,
      number,
      numbering(connection, name, number, (first, said) =>
        sink.rows(said.map((value, index) => ({ [number]: first + index, [column]: value }))),
      ),
    ]);
  }
  const columns = async (given: Readonly<Record<string, AppendedColumn>>, count: number) => {
    if (count === 0) return;
    const written: Record<string, AppendedColumn> = { ...given };
    for (const [column, numberedAs, numbersOf] of numberings) {
      delete written[column];
      written[numberedAs] = await numbersOf(given[column], count);
    }
    await rows.columns(written, count);
  };
  return {
    columns,
    rows: byColumns(table, columns),
    close: () => {
      for (const sink of sinks) sink.close();
    },
    discard: () => {
      for (const sink of sinks) sink.discard();
    },
  };
}

type Numbering = (given: AppendedColumn | undefined, count: number) => Promise<AppendedColumn>;

/** Numbers the values of a column, from where the table ends, and keeps each new one. */
function numbering(
  connection: DuckDBConnection,
  table: string,
  column: string,
  keep: (first: number, values: readonly unknown[]) => Promise<void>,
): Numbering {
  let next: number | undefined;
  const numbersOf = new WeakMap<readonly unknown[], number[]>();
  let out = new Int32Array(0);
  return async (given, count) => {
    if (!given || "numbers" in given) throw new Error(`No values to number for ${table}.`);
    next ??= await following(connection, table, column);
    const { values, codes } = given;
    const numbers = numbersOf.get(values) ?? [];
    numbersOf.set(values, numbers);
    if (values.length > numbers.length) {
      await keep(next, values.slice(numbers.length));
      while (numbers.length < values.length) numbers.push(next++);
    }
    if (out.length < count) out = new Int32Array(count);
    for (let row = 0; row < count; row += 1) out[row] = numbers[codes ? (codes[row] as number) : 0] as number;
    return { numbers: out };
  };
}

async function following(connection: DuckDBConnection, table: string, column: string): Promise<number> {
  const [found] = await all<{ most: number }>(connection, `SELECT coalesce(max(${column}), 0) AS most FROM ${table}`);
  return (found?.most ?? 0) + 1;
}
