import { type Table, tables } from "@trama/data/schema";
import { type AppendedColumn, all, type DuckDBConnection } from "@trama/data/store";
import { type GatheredColumn, type GatheredColumns, sharedColumn } from "../validate/accepted-columns.ts";
import { byColumns, type TableSink, tableSink } from "./table-sink.ts";

/** Takes rows of a table as `acceptedColumns` gathers them, and keeps them in the parts of which its view is made. */
export function partsSink(connection: DuckDBConnection, table: Table): TableSink<Table> {
  const sinkOf = (name: string) => tableSink(connection, (tables as Record<string, Table>)[name] as Table);
  const rows = sinkOf(`${table.name}_row`);
  const sinks = [rows];
  /** Keeps what a column says in a table of its own, numbered. */
  const numberedIn = (name: string, number: string) => {
    const sink = sinkOf(name);
    sinks.push(sink);
    return numbering(connection, name, number, (columns, count) => sink.columns(columns, count));
  };
  const numberings: [column: string, numberedAs: string, numbersOf: Numbering][] = [
    [sharedColumn, sharedColumn, numberedIn(`${table.name}_about`, sharedColumn)],
    ...Object.entries(table.parts?.numbered ?? {}).map(([column, name]): [string, string, Numbering] => {
      const number = `${column}_number`;
      return [column, number, numberedIn(name, number)];
    }),
  ];
  const columns = async (given: GatheredColumns, count: number) => {
    if (count === 0) return;
    const written: Record<string, GatheredColumn> = { ...given };
    for (const [column, numberedAs, numbersOf] of numberings) {
      delete written[column];
      written[numberedAs] = await numbersOf(column, given[column], count);
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

type Numbering = (column: string, given: GatheredColumn | undefined, count: number) => Promise<AppendedColumn>;

/** Numbers what stands in a column, from where the table ends, and keeps each new thing once. */
function numbering(
  connection: DuckDBConnection,
  table: string,
  number: string,
  keep: (columns: GatheredColumns, count: number) => Promise<void>,
): Numbering {
  let next: number | undefined;
  const numbersOf = new WeakMap<object, number[]>();
  let out = new Int32Array(0);
  return async (column, given, count) => {
    if (!given || "numbers" in given) throw new Error(`No values to number for ${table}.`);
    next ??= await following(connection, table, number);
    const of = "shared" in given ? given.shared : given.values;
    const numbers = numbersOf.get(of) ?? [];
    numbersOf.set(of, numbers);
    const from = numbers.length;
    const more = ("size" in of ? of.size : of.length) - from;
    if (more > 0) {
      for (let at = 0; at < more; at += 1) numbers.push(next++);
      const said = "size" in of ? of.columnsFrom(from) : { [column]: { values: of, codes: upwards(from, more) } };
      await keep({ ...said, [number]: { numbers: Int32Array.from(numbers.slice(from)) } }, more);
    }
    if (out.length < count) out = new Int32Array(count);
    const { codes } = given;
    for (let row = 0; row < count; row += 1) out[row] = numbers[codes ? (codes[row] as number) : 0] as number;
    return { numbers: out };
  };
}

function upwards(from: number, count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, at) => from + at);
}

async function following(connection: DuckDBConnection, table: string, column: string): Promise<number> {
  const [found] = await all<{ most: number }>(connection, `SELECT coalesce(max(${column}), 0) AS most FROM ${table}`);
  return (found?.most ?? 0) + 1;
}
