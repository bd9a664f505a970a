import { parse } from "csv-parse";
import type { RawRow, RawSheet } from "../step.ts";
import { decode } from "./encoding.ts";

const delimiters = [",", ";", "\t", "|"] as const;
const batch = 1024;

/** The one table of a delimited text file; undefined where the bytes are no text. Rows are numbered by their first line. */
export function csvSheets(bytes: Buffer, name: string): RawSheet[] | undefined {
  const decoded = decode(bytes);
  if (!decoded) return undefined;
  const delimiter = delimiterOf(decoded.text);
  return [{ name, hidden: false, columns: "headers", rows: () => rowsOf(decoded.text, delimiter) }];
}

async function* rowsOf(text: string, delimiter: string): AsyncGenerator<readonly RawRow[]> {
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, info: true });
  parser.end(text);
  let rows: RawRow[] = [];
  let line = 1;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    rows.push({ row: line, cells: record.map((cell) => (cell === "" ? null : cell)) });
    line = info.lines + 1;
    if (rows.length === batch) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}

/** The delimiter that splits the first lines most evenly into the most columns, quoted text left out. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 65_536).replace(/"(?:[^"]|"")*"/g, "").split(/\r\n|\r|\n/).filter((line) => line.trim() !== "").slice(0, 20);
  const scored = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const most = Math.max(0, ...counts);
    return { delimiter, score: most * counts.filter((count) => count === most).length };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}
