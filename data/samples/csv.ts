import type { Lang } from "../codelists/index.ts";
import { type Field, fieldsOf, sheets } from "../entry/index.ts";
import { shownFor } from "../entry/workbook/choices.ts";
import type { EntryRow } from "../entry/workbook/entry-sheet.ts";

/** How an office's spreadsheet program exports: what separates, which bytes, which words. */
export interface CsvDialect {
  readonly separator: "," | ";";
  readonly encoding: "utf8" | "latin1";
  readonly newline: "\n" | "\r\n";
  /** The machine's keys and codes, or the labels of the language. */
  readonly wording: "keys" | "labels";
}

/** The dialects of the two projects that file CSV. */
export const csvDialects: Readonly<Record<string, CsvDialect>> = {
  "HND-S1": { separator: ";", encoding: "latin1", newline: "\r\n", wording: "labels" },
  "IDN-S1": { separator: ",", encoding: "utf8", newline: "\n", wording: "keys" },
};

/** Rows of one sheet as a CSV file: the notice, the header, the rows, with the report's columns on each. */
export function csvBytes(
  sheetKey: string,
  rows: readonly EntryRow[],
  dialect: CsvDialect,
  lang: Lang,
  notice: string,
): Uint8Array {
  const sheet = sheets.find(({ key }) => key === sheetKey);
  if (!sheet) throw new Error(`The entry workbook has no sheet "${sheetKey}".`);
  const fields = fieldsOf(sheet);
  const labels = dialect.wording === "labels";
  const lines = [
    [notice],
    fields.map((field) => (labels ? field.label[lang] : field.key)),
    ...rows.map((row) => fields.map((field) => cellText(field, row[field.key] ?? null, labels, lang))),
  ];
  const text = lines.map((cells) => cells.map((cell) => quoted(cell, dialect.separator)).join(dialect.separator));
  return new Uint8Array(Buffer.from(text.join(dialect.newline) + dialect.newline, dialect.encoding));
}

function cellText(field: Field, value: string | number | null, labels: boolean, lang: Lang): string {
  if (value === null) return "";
  if (!labels) return String(value);
  if (field.holds.kind === "code") return String(shownFor(field.holds.list, lang, value));
  if (field.holds.kind === "yes-no") return String(shownFor("yes-no", lang, value));
  return String(value);
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
