import type { RawRow, RawSheet } from "../step.ts";
import { type Delimited, type Scan, scanHere, scanInput } from "./csv-input.ts";
import type { ScannedRows } from "./csv-scan.ts";
import { encodingOf } from "./encoding.ts";
import type { Input } from "./input.ts";

const delimiters = [",", ";", "\t", "|"] as const;

/** The one table of a delimited text file, streamed; undefined where the bytes are no text. Coded rows come from `scan`. */
export async function csvSheets(input: Input, scan: Scan = scanHere): Promise<RawSheet[] | undefined> {
  const encoding = await encodingOf(input);
  if (!encoding) return undefined;
  const head = new TextDecoder(encoding).decode(await input.head(65_536));
  const announced = /^sep=([ -~\t])\r?\n/i.exec(head)?.[1];
  const delimiter = announced ?? delimiterOf(head);
  const lineEnd = head.includes("\n") || !head.includes("\r") ? "\n" : "\r";
  const name = input.name.replace(/\.[^.]*$/, "");
  const how: Delimited = { encoding, delimiter: delimiter.charCodeAt(0), lineEnd: lineEnd.charCodeAt(0) };
  return [
    {
      name,
      hidden: false,
      columns: "headers",
      decimalComma: delimiter !== ",",
      rows: () => csvRows(scanInput(input, how, "all")),
      coded: (groups) => scan(input, how, groups),
    },
  ];
}

/** Rows of delimited text, in the words of the file. */
async function* csvRows(scanned: AsyncIterable<ScannedRows>): AsyncGenerator<readonly RawRow[]> {
  for await (const { count, rows, widths, columns } of scanned)
    yield Array.from({ length: count }, (_, at) => ({
      row: rows[at] as number,
      cells: Array.from({ length: widths[at] as number }, (_, column) => textAt(columns[column], at)),
    }));
}

function textAt(column: ScannedRows["columns"][number] | undefined, at: number): string | null {
  return column?.texts[column.codes[at] as number] ?? null;
}

/** The delimiter that splits the first lines most evenly into the most columns, quoted text left out. */
export function delimiterOf(head: string): string {
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const scored = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const most = Math.max(0, ...counts);
    return { delimiter, score: most * counts.filter((count) => count === most).length };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}
