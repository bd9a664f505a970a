import type { RawRow, RawSheet } from "../step.ts";
import { type Encoding, encodingOf } from "./encoding.ts";
import type { Input } from "./input.ts";
import { Refused } from "./refused.ts";

const delimiters = [",", ";", "\t", "|"] as const;
const batch = 2048;
const longestField = 1 << 20;

/** The one table of a delimited text file, streamed; undefined where the bytes are no text. */
export async function csvSheets(input: Input): Promise<RawSheet[] | undefined> {
  const encoding = await encodingOf(input);
  if (!encoding) return undefined;
  const head = new TextDecoder(encoding).decode(await input.head(65_536));
  const announced = /^sep=(.)\r?\n/i.exec(head)?.[1];
  const delimiter = announced ?? delimiterOf(head);
  const lineEnd = head.includes("\n") || !head.includes("\r") ? "\n" : "\r";
  const name = input.name.replace(/\.[^.]*$/, "");
  return [
    {
      name,
      hidden: false,
      columns: "headers",
      decimalComma: delimiter !== ",",
      rows: () => csvRows(input.chunks(), encoding, delimiter, lineEnd),
    },
  ];
}

/** Rows of delimited text (RFC 4180, with quotation marks inside unquoted cells taken as they stand), numbered by their first line. */
export async function* csvRows(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
  delimiter: string,
  lineEnd: "\n" | "\r",
): AsyncGenerator<readonly RawRow[]> {
  const decoder = new TextDecoder(encoding);
  const scan = scanner(delimiter, lineEnd);
  for await (const chunk of chunks) yield* scan(decoder.decode(chunk, { stream: true }), false);
  yield* scan(decoder.decode(), true);
}

/** Takes text piece by piece and gives the rows that are complete. */
function scanner(delimiter: string, lineEnd: "\n" | "\r") {
  let rest = "";
  let line = 1;

  return function* scan(piece: string, last: boolean): Generator<readonly RawRow[]> {
    const text = rest + piece;
    let rows: RawRow[] = [];
    let at = 0;
    let quote = text.indexOf('"');
    for (;;) {
      let end = text.indexOf(lineEnd, at);
      if (end < 0) {
        if (!last || at >= text.length) break;
        end = text.length;
      }
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      if (quote < 0 || quote > end) {
        rows.push({ row: line, cells: plainCells(text, at, end, delimiter) });
        line += 1;
        at = end + 1;
      } else {
        const record = quotedRecord(text, at, delimiter, lineEnd, last);
        if (!record) {
          if (last || text.length - at > longestField) throw openQuote(line);
          break;
        }
        rows.push({ row: line, cells: record.cells });
        line += record.lines;
        at = record.next;
      }
      if (rows.length === batch) {
        yield rows;
        rows = [];
      }
      if (at >= text.length && last) break;
    }
    rest = text.slice(at);
    if (rest.length > longestField && !last && rest.indexOf('"') < 0)
      throw new Refused(
        "csv.line-too-long",
        `has a line of more than a million characters (line ${line}). It is no table; save the sheet again as CSV.`,
      );
    if (rows.length > 0) yield rows;
  };
}

function plainCells(text: string, from: number, to: number, delimiter: string): (string | null)[] {
  const end = to > from && text.charCodeAt(to - 1) === 13 ? to - 1 : to;
  const cells: (string | null)[] = text.slice(from, end).split(delimiter);
  for (let at = 0; at < cells.length; at += 1) if (cells[at] === "") cells[at] = null;
  return cells;
}

interface QuotedRecord {
  readonly cells: (string | null)[];
  readonly lines: number;
  readonly next: number;
}

/** A record that holds quotation marks; undefined where its end has not come yet. */
function quotedRecord(
  text: string,
  from: number,
  delimiter: string,
  lineEnd: string,
  last: boolean,
): QuotedRecord | undefined {
  const cells: (string | null)[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    let cell = "";
    if (text[at] === '"') {
      let start = at + 1;
      for (;;) {
        const close = text.indexOf('"', start);
        if (close < 0 || (close === text.length - 1 && !last)) return undefined;
        cell += text.slice(start, close);
        start = close + 1;
        if (text[start] !== '"') break;
        cell += '"';
        start += 1;
      }
      for (let feed = cell.indexOf(lineEnd); feed >= 0; feed = cell.indexOf(lineEnd, feed + 1)) lines += 1;
      at = start;
    }
    const comma = text.indexOf(delimiter, at);
    let end = text.indexOf(lineEnd, at);
    if (end < 0) {
      if (!last) return undefined;
      end = text.length;
    }
    const isLast = comma < 0 || comma > end;
    const stop = isLast ? end : comma;
    const tail = text.slice(at, stop);
    cell += isLast ? tail.replace(/\r$/, "") : tail;
    cells.push(cell === "" ? null : cell);
    if (isLast) return { cells, lines, next: end + 1 };
    at = stop + delimiter.length;
  }
}

function openQuote(line: number): Refused {
  return new Refused(
    "csv.quote-open",
    `opens a quotation mark in line ${line} and does not close it. Close it, or save the sheet again as CSV.`,
  );
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
