import { fold } from "@trama/data/codelists";
import type { FieldMap, TableMap } from "../sources/source.ts";
import type { RawRow, RawSheet } from "../step.ts";

/** Header spellings repeat from file to file: each is folded once. */
const folded = new Map<string, string>();

/** A header as it is compared: without case, accents and punctuation; an HXL tag with its attributes in order. */
function spelling(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const made = tagOf(text) ?? fold(text);
  if (folded.size < 10_000) folded.set(text, made);
  return made;
}

function tagOf(text: string): string | undefined {
  const [, tag, attributes = ""] = /^\s*(#[a-z]\w*)((?:\s*\+\s*[a-z]\w*)*)\s*$/i.exec(text.toLowerCase()) ?? [];
  return (
    tag &&
    [
      tag,
      ...attributes
        .split("+")
        .map((part) => part.trim())
        .sort(),
    ]
      .filter(Boolean)
      .join("+")
  );
}

/** Rows in which a header is looked for; titles and instructions may stand above it. */
const depth = 30;

/** A table found in a sheet: which, where its header stands, and which column holds which field. */
export interface Located {
  readonly kind: "found";
  readonly table: TableMap;
  readonly headerRow: number;
  /** Rows that only repeat the header, such as the machine keys below the labels. */
  readonly headerRows: ReadonlySet<number>;
  readonly columns: readonly LocatedColumn[];
  /** Filled columns of the header that no field knows, by their header's text. */
  readonly unknown: readonly string[];
}

export interface LocatedColumn {
  readonly index: number;
  readonly name: string;
  readonly header: string;
  readonly field: FieldMap;
}

/** A sheet that is nearly a table we know, and the columns it lacks. */
export interface NearMiss {
  readonly kind: "near-miss";
  readonly table: TableMap;
  readonly headerRow: number;
  readonly lacks: readonly string[];
}

/** Finds the table that the head of a sheet announces; undefined where it announces none. */
export function locate(
  sheet: RawSheet,
  head: readonly RawRow[],
  tables: readonly TableMap[],
): Located | NearMiss | undefined {
  const candidates = head.flatMap((row) => {
    const spellings = row.cells.map((cell) => (cell === null ? "" : spelling(cell)));
    return tables.map((table) => matchRow(row, spellings, table, sheet));
  });
  const whole = candidates.filter(({ lacks }) => lacks.length === 0).sort(byMatches)[0];
  const near = candidates.filter(isNear).sort(byMatches)[0];
  if (whole && (!near || near.located.columns.length <= whole.located.columns.length))
    return { ...whole.located, headerRows: repeats(head, whole.located) };
  const miss = near ?? candidates.find(({ located }) => bearsName(sheet, located.table));
  if (!miss) return undefined;
  return { kind: "near-miss", table: miss.located.table, headerRow: miss.located.headerRow, lacks: miss.lacks };
}

/** Some of the columns that a table cannot do without stand there and no more are missing: somebody changed the header. */
function isNear({ located, lacks }: Match): boolean {
  const kept = located.columns.filter(({ field }) => field.required).length;
  return lacks.length > 0 && ownNames(located) >= 2 && lacks.length <= kept;
}

/** Columns found by a name of ours; HXL tags are everybody's and announce nothing. */
function ownNames({ columns }: Located): number {
  return columns.filter(({ header }) => !header.trim().startsWith("#")).length;
}

function bearsName(sheet: RawSheet, table: TableMap): boolean {
  return table.sheetNames.some((name) => spelling(name) === spelling(sheet.name));
}

interface Match {
  readonly located: Located;
  readonly lacks: readonly string[];
}

function byMatches(a: Match, b: Match): number {
  return b.located.columns.length - a.located.columns.length || a.located.headerRow - b.located.headerRow;
}

/** The first rows of a sheet, all that is looked at to find its table; or the columns its format names, as row 0. */
export async function headOf(sheet: RawSheet): Promise<readonly RawRow[]> {
  if (sheet.header) return [{ row: 0, cells: sheet.header }];
  const head: RawRow[] = [];
  for await (const rows of sheet.rows()) {
    head.push(...rows);
    if (head.length >= depth) break;
  }
  return head.slice(0, depth);
}

/** All spellings of a table's columns, put together once. */
const spellingsOf = new WeakMap<TableMap, ReadonlySet<string>>();

/** Whether any of the cells is named like a column of the table: most rows that are looked at hold no header. */
function namesColumn(spellings: readonly string[], table: TableMap): boolean {
  let known = spellingsOf.get(table);
  if (!known) {
    known = new Set(table.fields.flatMap(({ names, pairs }) => [...names, ...(pairs?.flat() ?? [])]).map(spelling));
    spellingsOf.set(table, known);
  }
  return spellings.some((text) => known.has(text));
}

function matchRow({ row, cells }: RawRow, spellings: readonly string[], table: TableMap, sheet: RawSheet): Match {
  const hasHeader = namesColumn(spellings, table);
  const columns: LocatedColumn[] = [];
  const lacks: string[] = [];
  const used = new Set<number>();
  const place = (field: FieldMap, name: string) => {
    if (!hasHeader) return false;
    const wanted = spelling(name);
    const index = spellings.findIndex((text, at) => text === wanted && (!used.has(at) || field.take !== undefined));
    if (index < 0) return false;
    used.add(index);
    const header = cells[index] ?? "";
    columns.push({ index, name: sheet.columns === "letters" ? columnLetter(index) : header, header, field });
    return true;
  };
  for (const field of table.fields) {
    if (field.constant !== undefined) continue;
    if (field.pairs) for (const name of field.pairs.flat()) place(field, name);
    else if (!field.names.some((name) => place(field, name)) && field.required) lacks.push(field.names[0] ?? field.key);
  }
  const unknown = cells.flatMap((cell, index) => (cell === null || used.has(index) ? [] : [cell]));
  return { located: { kind: "found", table, headerRow: row, headerRows: new Set([row]), columns, unknown }, lacks };
}

function repeats(head: readonly RawRow[], { headerRow, columns }: Located): Set<number> {
  const rows = head.filter(({ row, cells }) => {
    if (row <= headerRow) return row === headerRow;
    const texts = columns.map(({ index, field }) => ({ text: spelling(cells[index] ?? ""), field }));
    const matching = texts.filter(
      ({ text, field }) => text !== "" && field.names.some((name) => spelling(name) === text),
    );
    return matching.length >= 2 && matching.length * 2 > texts.filter(({ text }) => text !== "").length;
  });
  return new Set(rows.map(({ row }) => row));
}

/** A column's letters, as spreadsheets count: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnLetter((index - rest) / 26 - 1) + letter;
}
