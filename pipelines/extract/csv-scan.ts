import { type ByteDictionary, byteDictionary, shortest } from "./csv-dictionary.ts";
import { Refused } from "./refused.ts";

const batch = 2048;
/** Rows of the first batch: those in which a header is looked for come without all that follow. */
const firstBatch = 32;
const longestRecord = 1 << 20;
/** A column with more distinct texts than this starts a new dictionary, so that memory stays bounded. */
const mostTexts = 1 << 17;
const quote = 34;
const carriageReturn = 13;

/** Which columns to read by their place, or all of them. */
export type Wanted = readonly number[] | "all";

/**
 * Rows with each column as codes of its distinct texts. The arrays are used again for the next batch; a column whose `texts`
 * are another array has started a new dictionary.
 */
export interface ScannedRows {
  readonly count: number;
  /** The line on which each row begins. */
  readonly rows: Int32Array;
  /** How many cells each row has in the file. */
  readonly widths: Int32Array;
  /** The columns that were asked for, in that order: texts by code (0 is the empty cell), and a code for each row. */
  readonly columns: readonly { readonly texts: readonly (string | null)[]; readonly codes: Int32Array }[];
}

/**
 * Scans delimited UTF-8 text (RFC 4180, with quotation marks inside unquoted cells taken as they stand) into codes of
 * distinct texts, column by column; rows are numbered by their first line. It holds a piece of the file and a record at a time.
 */
export async function* scanRows(
  chunks: AsyncIterable<Buffer>,
  delimiter: number,
  lineEnd: number,
  wanted: Wanted,
): AsyncGenerator<ScannedRows> {
  const rows = gather(wanted);
  const scan = recordScanner(delimiter, lineEnd, rows);
  const joined = joiner();
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const piece of ended(chunks)) {
    const last = piece === undefined;
    const text = piece === undefined ? rest : rest.length === 0 ? piece : joined(rest, piece);
    let at = 0;
    while (at < text.length) {
      const next = scan(text, at, last);
      if (next < 0) {
        const tooLong = text.length - at > longestRecord;
        if (last || tooLong) throw unended(text.indexOf(quote, at) >= 0, line);
        break;
      }
      if (rows.end(line)) {
        yield rows.batch();
        rows.clear();
      }
      line += scan.lines;
      at = next;
    }
    rest = text.subarray(at);
  }
  if (rows.count > 0) yield rows.batch();
}

/** Puts what is left of one piece before the next, always in the same memory. */
function joiner(): (rest: Buffer, piece: Buffer) => Buffer {
  let room = Buffer.alloc(0);
  return (rest, piece) => {
    const length = rest.length + piece.length;
    const into = length <= room.length ? room : Buffer.alloc(length * 2);
    into.set(rest, 0);
    into.set(piece, rest.length);
    room = into;
    return into.subarray(0, length);
  };
}

/** Pieces, and undefined after the last of them. */
async function* ended(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | undefined> {
  let first = true;
  for await (const chunk of chunks) {
    yield first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
    first = false;
  }
  yield undefined;
}

interface RecordScanner {
  /** Place after the record that starts here; -1 where its end has not come yet. */
  (text: Buffer, from: number, last: boolean): number;
  /** Lines that the record took. */
  lines: number;
}

/** Where the cells of a record go, by their places. */
interface Cells {
  cell(place: number, text: Uint8Array, from: number, to: number): void;
  /** A cell of at most `shortest` bytes, its last four in one number and those before in another. */
  short(place: number, last: number, before: number, text: Uint8Array, from: number, to: number): void;
}

function recordScanner(delimiter: number, lineEnd: number, { cell, short }: Cells): RecordScanner {
  // Held here, since what a module imports may be looked up anew for each byte.
  const most = shortest;
  const scanRecord: RecordScanner = (text, from, last) => {
    const { length } = text;
    scanRecord.lines = 1;
    let at = from;
    for (let column = 0; ; column += 1) {
      const start = at;
      const close = text[at] === quote ? closingQuote(text, at + 1, last) : 0;
      if (close < 0) return -1;
      if (close > 0) {
        for (let feed = at + 1; feed < close; feed += 1) if (text[feed] === lineEnd) scanRecord.lines += 1;
        at = close + 1;
      }
      const tail = at;
      let byte = -1;
      let four = 0;
      let before = 0;
      while (at < length) {
        byte = text[at] as number;
        if (byte === delimiter || byte === lineEnd) break;
        before = (before << 8) | (four >>> 24);
        four = (four << 8) | byte;
        at += 1;
      }
      if (at === length && !last) return -1;
      const isLast = at === length || byte === lineEnd;
      const stop = isLast && at > tail && text[at - 1] === carriageReturn ? at - 1 : at;
      if (close > 0) {
        if (stop === tail && text.indexOf(quote, start + 1) === close) cell(column, text, start + 1, close);
        else {
          const whole = Buffer.concat([unescaped(text.subarray(start + 1, close)), text.subarray(tail, stop)]);
          cell(column, whole, 0, whole.length);
        }
      } else if (stop === at && at - start <= most) short(column, four, before, text, start, at);
      else cell(column, text, start, stop);
      if (isLast) return at + 1;
      at += 1;
    }
  };
  scanRecord.lines = 1;
  return scanRecord;
}

/** The quotation mark that ends a quoted cell; -1 where it has not come yet. */
function closingQuote(text: Buffer, from: number, last: boolean): number {
  for (let at = from; ; ) {
    const close = text.indexOf(quote, at);
    if (close < 0 || (close === text.length - 1 && !last)) return -1;
    if (text[close + 1] !== quote) return close;
    at = close + 2;
  }
}

function unescaped(text: Buffer): Buffer {
  return Buffer.from(text.toString("latin1").replaceAll('""', '"'), "latin1");
}

/** Gathers the cells of rows into batches of codes. A record that turns out to be incomplete is written over. */
function gather(wanted: Wanted) {
  const rows = new Int32Array(batch);
  const widths = new Int32Array(batch);
  const columns: Column[] = [];
  const places = new Int32Array(wanted === "all" ? 0 : Math.max(0, ...wanted.map((place) => place + 1))).fill(-1);
  const newColumn = (): Column => ({ dictionary: byteDictionary(), codes: new Int32Array(batch) });
  if (wanted !== "all")
    for (const place of wanted) {
      places[place] = columns.length;
      columns.push(newColumn());
    }
  let width = 0;

  let full = firstBatch;

  const columnAt = (place: number): Column | undefined => {
    width = place + 1;
    if (wanted === "all") {
      if (place === columns.length) columns.push(newColumn());
      return columns[place];
    }
    const index = place < places.length ? (places[place] as number) : -1;
    return index < 0 ? undefined : columns[index];
  };
  const gathered = {
    count: 0,
    cell(place: number, text: Uint8Array, from: number, to: number) {
      const column = columnAt(place);
      if (column) column.codes[gathered.count] = column.dictionary.codeOf(text, from, to);
    },
    short(place: number, last: number, before: number, text: Uint8Array, from: number, to: number) {
      const column = columnAt(place);
      if (column) column.codes[gathered.count] = column.dictionary.codeOfShort(last, before, text, from, to);
    },
    /** Ends a row; true where the batch is full. */
    end(line: number): boolean {
      rows[gathered.count] = line;
      widths[gathered.count] = width;
      gathered.count += 1;
      return gathered.count === full;
    },
    batch: (): ScannedRows => ({
      count: gathered.count,
      rows,
      widths,
      columns: columns.map(({ dictionary, codes }) => ({ texts: dictionary.texts, codes })),
    }),
    clear() {
      gathered.count = 0;
      full = batch;
      for (const column of columns) {
        column.codes.fill(0);
        if (column.dictionary.texts.length > mostTexts) column.dictionary = byteDictionary();
      }
    },
  };
  return gathered;
}

interface Column {
  dictionary: ByteDictionary;
  readonly codes: Int32Array;
}

function unended(quoted: boolean, line: number): Refused {
  return quoted
    ? new Refused(
        "csv.quote-open",
        `opens a quotation mark in line ${line} and does not close it. Close it, or save the sheet again as CSV.`,
      )
    : new Refused(
        "csv.line-too-long",
        `has a line of more than a million characters (line ${line}). It is no table; save the sheet again as CSV.`,
      );
}
