import { countries, fold, matchCountry } from "@trama/data/codelists";
import type { Located } from "../map/header.ts";
import { plan } from "../map/plan.ts";
import type { Pseudonym } from "../map/pseudonym.ts";
import type { Format, RawRow, RawSheet } from "../step.ts";

/** Who is to be erased: its pseudonym, and its code as an office spells it, as far as known. */
export interface Erasee {
  readonly pseudonym: string;
  readonly country: string | null;
  /** Folded spellings of the code; more are found on the way. */
  readonly spellings: Set<string>;
}

/** A report without the collective, and whether it was in it at all. */
export interface Redaction {
  readonly found: boolean;
  readonly sheets: readonly (Omit<RawSheet, "rows"> & { readonly rows: readonly RawRow[] })[];
}

/** Codes shorter than this, or without a letter, are too common to be looked for inside other words. */
const tellingLength = 4;

/**
 * Takes a collective out of a report: its rows, and ties of others with it, are left blank where they stood, and words
 * elsewhere that name it are left out. Every sheet is looked through, also those that no source reads.
 */
export async function redact(
  name: string,
  { format, sheets }: { readonly format: Format; readonly sheets: readonly RawSheet[] },
  erasee: Erasee,
  pseudonym: Pseudonym,
): Promise<Redaction> {
  const planned = await plan(name, format, sheets);
  const located = new Map<string, Located>(
    "refusal" in planned ? [] : planned.tables.map(({ sheet, located: found }) => [sheet.name, found]),
  );
  const read = await Promise.all(sheets.map(async (sheet) => ({ sheet, rows: await allRows(sheet) })));
  const named = countriesNamed(read.map(({ sheet, rows }) => ({ located: located.get(sheet.name), rows })));
  let found = false;
  for (const { sheet, rows } of read) {
    const table = located.get(sheet.name);
    const column = columnOf(table, "collective");
    if (!table || column === undefined) continue;
    const country = columnOf(table, "country");
    for (const { row, cells } of rows)
      if (row > table.headerRow && names(cells[column] ?? null, countriesOf(cells, country))) found = true;
  }
  const left = read.map(({ sheet: { rows: _, ...sheet }, rows }) => {
    const table = located.get(sheet.name);
    return { ...sheet, rows: rows.map((row) => blanked(row, table)) };
  });
  return { found, sheets: left };

  function names(text: string | null, places: readonly string[]): boolean {
    if (text === null || text.trim() === "") return false;
    if (!places.some((place) => pseudonym("collective", place, text) === erasee.pseudonym)) return false;
    erasee.spellings.add(fold(text));
    return true;
  }

  function countriesOf(cells: RawRow["cells"], column: number | undefined): readonly string[] {
    const own = column === undefined ? undefined : codeOf(cells[column] ?? null);
    if (own) return [own];
    const likely = erasee.country ? [...named, erasee.country] : [...named];
    return likely.length > 0 ? likely : countries.map(({ alpha3 }) => alpha3);
  }

  function blanked(row: RawRow, table: Located | undefined): RawRow {
    const column = columnOf(table, "collective");
    const own = column === undefined ? null : (row.cells[column] ?? null);
    if (own !== null && names(own, countriesOf(row.cells, columnOf(table, "country"))))
      return { ...row, cells: row.cells.map(() => null) };
    const ally = row.cells[columnOf(table, "ally") ?? -1] ?? null;
    if (table && row.row > table.headerRow && ally !== null && erasee.spellings.has(fold(ally))) {
      found = true;
      return { ...row, cells: row.cells.map(() => null) };
    }
    const cells = row.cells.map((cell, index) => {
      const field = table?.columns.find((candidate) => candidate.index === index)?.field;
      if (cell === null || (field && field.holds.kind !== "free-text" && field.holds.kind !== "text")) return cell;
      if (!mentions(cell, erasee)) return cell;
      found = true;
      return null;
    });
    return { ...row, cells };
  }
}

/** Whether a text names the collective by its pseudonym, or by a spelling of its code that stands as a word of its own. */
export function mentions(text: string, { pseudonym, spellings }: Erasee): boolean {
  const folded = ` ${fold(text)} `;
  const telling = [...spellings].filter((spelling) => spelling.length >= tellingLength && /\p{L}/u.test(spelling));
  return text.includes(pseudonym) || telling.some((spelling) => folded.includes(` ${spelling} `));
}

function countriesNamed(tables: readonly { located: Located | undefined; rows: readonly RawRow[] }[]): Set<string> {
  const named = new Set<string>();
  for (const { located, rows } of tables) {
    const column = columnOf(located, "country");
    if (!located || column === undefined) continue;
    for (const { row, cells } of rows) {
      const code = row > located.headerRow ? codeOf(cells[column] ?? null) : undefined;
      if (code) named.add(code);
    }
  }
  return named;
}

function columnOf(located: Located | undefined, key: string): number | undefined {
  return located?.columns.find(({ field }) => field.key === key)?.index;
}

function codeOf(text: string | null): string | undefined {
  return text === null ? undefined : matchCountry(text)?.alpha3;
}

async function allRows(sheet: RawSheet): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of sheet.rows()) rows.push(...batch);
  return rows;
}
