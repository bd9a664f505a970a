import type { Cell, CellStyle, WriteSheet } from "hucre";
import type { Lang } from "../../codelists/index.ts";
import { context, type Field, type Sheet } from "../index.ts";
import { entryRows } from "../reference-sheets.ts";
import { shownFor } from "./choices.ts";
import { protection } from "./reference.ts";
import { resultText } from "./result-texts.ts";
import { styles } from "./styles.ts";
import { texts } from "./texts.ts";
import { validationOf } from "./validation.ts";

/** One line of a sheet by field key; a missing key or null is an empty cell, and `{}` a blank line. */
export type EntryRow = Readonly<Record<string, string | number | null>>;

/** Notes a sheet may carry: the drawing behind them numbers its shapes in blocks of 1024 a sheet. */
const mostNotes = 1000;
const noteAuthor = "Trama";

/** One sheet of the entry workbook: purpose, headers, hidden keys, then the rows. */
export function entrySheet(sheet: Sheet, rows: readonly EntryRow[], lang: Lang, notice?: string): WriteSheet {
  const fields = columnsOf(sheet, rows);
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, cell: Partial<Cell>) => cells.set(`${row - 1},${column}`, cell);
  const purpose = sheet.purpose[lang];

  put(entryRows.purpose, 0, {
    value: notice ? `${notice}\n${purpose}` : purpose,
    style: notice ? styles.notice : styles.purpose,
  });
  for (const [column, field] of fields.entries()) {
    put(entryRows.headers, column, {
      value: field.label[lang],
      style: field.required ? styles.headerRequired : styles.headerOptional,
      comment: { author: noteAuthor, text: helpOf(field, lang) },
    });
    put(entryRows.keys, column, { value: field.key, style: styles.key });
  }
  const noted = sheet.key === "results" ? rowsToNote(rows, fields) : new Map<number, string>();
  for (const [index, row] of rows.entries()) {
    for (const [column, field] of fields.entries()) {
      const value = row[field.key] ?? null;
      const note = field.holds.kind === "score" ? noted.get(index) : undefined;
      if (value === null && note === undefined && index > 0) continue;
      put(entryRows.data + index, column, {
        value: value === null ? null : cellValue(field, value, lang),
        style: inputStyle(field),
        ...(note ? { comment: { author: noteAuthor, text: anchorsNote(note, lang) } } : {}),
      });
    }
  }
  if (rows.length === 0) {
    for (const [column, field] of fields.entries()) put(entryRows.data, column, { style: inputStyle(field) });
  }

  return {
    name: sheet.name[lang],
    columns: fields.map((field) => ({ width: widthOf(field, lang) })),
    cells,
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: Math.max(fields.length - 1, 1) }],
    rowDefs: new Map([
      [entryRows.purpose - 1, { height: notice ? 48 : 32 }],
      [entryRows.headers - 1, { height: 32 }],
      [entryRows.keys - 1, { hidden: true }],
    ]),
    freezePane: { rows: entryRows.keys },
    dataValidations: fields.map((field, column) => validationOf(field, column, lang)),
    protection: { ...protection, formatColumns: true, formatRows: true, insertRows: true, sort: true },
  };
}

/** The sheet's own fields, then those of the report that a row gives for itself. */
function columnsOf(sheet: Sheet, rows: readonly EntryRow[]): readonly Field[] {
  const own = new Set(sheet.fields.map(({ key }) => key));
  const given = context.filter(({ key }) => !own.has(key) && rows.some((row) => (row[key] ?? null) !== null));
  return [...sheet.fields, ...given];
}

function helpOf(field: Field, lang: Lang): string {
  return field.required ? `${field.help[lang]} ${texts[lang].required}` : field.help[lang];
}

/** Rows whose score cell shows its result's anchors: those still to be scored, and the first of each result. */
function rowsToNote(rows: readonly EntryRow[], fields: readonly Field[]): ReadonlyMap<number, string> {
  const noted = new Map<number, string>();
  if (!fields.some(({ holds }) => holds.kind === "score")) return noted;
  const seen = new Set<string>();
  for (const [index, { result, score }] of rows.entries()) {
    if (typeof result !== "string" || noted.size >= mostNotes) continue;
    if ((score ?? null) !== null && seen.has(result)) continue;
    seen.add(result);
    noted.set(index, result);
  }
  return noted;
}

function anchorsNote(result: string, lang: Lang): string {
  const text = resultText(result, lang);
  if (!text) return result;
  return [`${text.code} ${text.label}`, ...text.anchors.map((anchor, score) => `${score}: ${anchor}`)].join("\n");
}

function cellValue(field: Field, value: string | number, lang: Lang): string | number | Date {
  switch (field.holds.kind) {
    case "code":
      return shownFor(field.holds.list, lang, value);
    case "yes-no":
      return shownFor("yes-no", lang, value);
    case "period":
      return shownFor("period", lang, value);
    case "date":
      return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : value;
    default:
      return value;
  }
}

function inputStyle(field: Field): CellStyle {
  switch (field.holds.kind) {
    case "date":
      return styles.inputDate;
    case "key":
    case "identity":
      return styles.inputText;
    default:
      return styles.input;
  }
}

function widthOf(field: Field, lang: Lang): number {
  const least = { identity: 18, key: 16, "free-text": 40, code: 22, date: 14 } as const;
  const { kind } = field.holds;
  return Math.max(kind in least ? least[kind as keyof typeof least] : 11, field.label[lang].length + 3);
}
