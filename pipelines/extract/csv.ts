import type { CodedRows, RawRow, RawSheet } from "../step.ts";
import { type ScannedRows, scanRows, type Wanted } from "./csv-scan.ts";
import { type Encoding, encodingOf } from "./encoding.ts";
import type { Input } from "./input.ts";

const delimiters = [",", ";", "\t", "|"] as const;

/** The one table of a delimited text file, streamed; undefined where the bytes are no text. */
export async function csvSheets(input: Input): Promise<RawSheet[] | undefined> {
  const encoding = await encodingOf(input);
  if (!encoding) return undefined;
  const head = new TextDecoder(encoding).decode(await input.head(65_536));
  const announced = /^sep=([ -~\t])\r?\n/i.exec(head)?.[1];
  const delimiter = announced ?? delimiterOf(head);
  const lineEnd = head.includes("\n") || !head.includes("\r") ? "\n" : "\r";
  const name = input.name.replace(/\.[^.]*$/, "");
  const scan = (wanted: Wanted) =>
    scanRows(asUtf8(input.chunks(), encoding), delimiter.charCodeAt(0), lineEnd.charCodeAt(0), wanted);
  return [
    {
      name,
      hidden: false,
      columns: "headers",
      decimalComma: delimiter !== ",",
      rows: () => csvRows(scan("all")),
      coded: scan,
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

function textAt(column: CodedRows["columns"][number] | undefined, at: number): string | null {
  return column?.texts[column.codes[at] as number] ?? null;
}

/** The bytes of the text in UTF-8. */
async function* asUtf8(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === "utf-8") return yield* chunks;
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
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
