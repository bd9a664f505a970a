import type { Words } from "@trama/data/entry";

/** Where something stands in a file: its sheet, its row as a spreadsheet counts it, its column by letter or name. */
export interface Address {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  /** XPath of the element, where the file is XML. */
  readonly path?: string;
}

/** error rejects the row, quarantine holds it for a person, warning loads and flags it, skip is no data row at all. */
export type Severity = "error" | "quarantine" | "warning" | "skip";

/** What the pipeline has to say about one place of a file. */
export interface Issue extends Address {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Words;
  /** The text that stood there. It goes back to the sender only; no store and no log keeps it. */
  readonly value: string | null;
}

/** A file the pipeline would not read. The code is stable, the message says what to do. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** What a file is by its bytes; a survey is an export of answers, whichever of the other formats carries it. */
export type Format = "xlsx" | "text" | "json" | "docx" | "iati" | "survey";

/** Something that the rules of a format itself forbid, found at one element or cell while reading. */
export interface Fault {
  /** A rule of validate/rules/formats. */
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A row as text, still in the words of the file. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly (string | null)[];
  /** XPath of the element the row was read from, where the file is XML. */
  readonly path?: string;
  readonly faults?: readonly Fault[];
}

/**
 * Rows as numbers of what they say in some groups of columns, so that what is true of a combination of texts is found out
 * once. A reader may use the arrays again for its next batch.
 */
export interface CodedRows {
  readonly count: number;
  /** Numbers of the rows. */
  readonly rows: Int32Array;
  /** The groups that were asked for, in that order. */
  readonly groups: readonly CodedGroup[];
}

/** What rows hold in some columns: combinations of cells are numbered as they are first met (0, 1, 2 …), and so are the texts of each column. */
export interface CodedGroup {
  /** The combination of each row. */
  readonly codes: Int32Array;
  /** Changes where numbering has begun anew. */
  readonly round: number;
  /** The number of the text that a combination has in a column of the group, by its place in it. */
  cellAt(column: number, code: number): number;
  /** The text of that number in that column; null where the cell is blank. */
  textOf(column: number, cell: number): string | null;
}

/** A sheet, table or part of a file, read on demand and as often as asked. */
export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** How the file's reader would name a column: a letter in a workbook, the header's text in a text file. */
  readonly columns: "letters" | "headers";
  /** Names of the columns where the format itself gives them; then no row is a header. */
  readonly header?: readonly string[];
  /** Whether numbers may be written with a decimal comma. */
  readonly decimalComma?: boolean;
  rows(): AsyncIterable<readonly RawRow[]>;
  /** The columns at the given places, in groups; for readers that can give them so faster than row by row. */
  coded?(groups: readonly (readonly number[])[]): AsyncIterable<CodedRows>;
}

/** Rows read and what became of them: read = accepted + rejected + quarantined + skipped. */
export interface RowCounts {
  read: number;
  accepted: number;
  rejected: number;
  quarantined: number;
  skipped: number;
}

export function noRows(): RowCounts {
  return { read: 0, accepted: 0, rejected: 0, quarantined: 0, skipped: 0 };
}

/** Makes the compiler count the cases of a union. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
