import { type Source, sources, type TableMap } from "../sources/index.ts";
import type { Format, RawRow, RawSheet, Refusal } from "../step.ts";
import { headOf, type Located, locate, type NearMiss } from "./header.ts";

/** What of a file will be read as what. */
export interface Plan {
  readonly source: Source;
  readonly tables: readonly { readonly sheet: RawSheet; readonly located: Located }[];
  readonly unread: readonly RawSheet[];
}

/**
 * Finds the source whose tables a file holds: the one that knows most of its columns. Tables are given in the source's
 * order, so that what speaks for the whole report is read first.
 */
export async function plan(
  name: string,
  format: Format,
  sheets: readonly RawSheet[],
  only?: Source,
): Promise<Plan | { readonly refusal: Refusal }> {
  const eligible = (only ? [only] : sources).filter(({ formats }) => formats.includes(format));
  const heads: Head[] = [];
  for (const sheet of sheets) heads.push({ sheet, head: sheet.hidden ? [] : await headOf(sheet) });
  const plans = eligible.map((source) => planFor(source, heads));
  const best = plans.filter(({ tables }) => tables.length > 0).sort((a, b) => b.known - a.known)[0];
  const near = plans
    .flatMap(({ nearMisses }) => nearMisses)
    .sort((a, b) => a.miss.lacks.length - b.miss.lacks.length)[0];
  const fatal = best ? best.nearMisses[0] : near;
  if (fatal) return { refusal: headerChanged(name, fatal.sheet, fatal.miss) };
  if (!best) return { refusal: format === "survey" ? otherSurvey(name) : await unknownTable(name, heads) };
  return best;
}

interface Head {
  readonly sheet: RawSheet;
  readonly head: readonly RawRow[];
}

function planFor(source: Source, heads: readonly Head[]) {
  const tables: { sheet: RawSheet; located: Located }[] = [];
  const unread: RawSheet[] = [];
  const nearMisses: { sheet: RawSheet; miss: NearMiss }[] = [];
  for (const { sheet, head } of heads) {
    const located = locate(sheet, head, source.tables);
    if (located?.kind === "found") tables.push({ sheet, located });
    else unread.push(sheet);
    if (located?.kind === "near-miss") nearMisses.push({ sheet, miss: located });
  }
  const order = (table: TableMap) => source.tables.indexOf(table);
  tables.sort((a, b) => order(a.located.table) - order(b.located.table));
  const known = tables.reduce((sum, { located }) => sum + located.columns.length, 0);
  return { source, tables, unread, nearMisses, known };
}

function headerChanged(name: string, sheet: RawSheet, { headerRow, lacks, table }: NearMiss): Refusal {
  const columns = lacks.map((column) => `"${column}"`).join(", ");
  return {
    code: "header.changed",
    message: `${name}, sheet "${sheet.name}"${headerRow === 0 ? "" : `, row ${headerRow}`}: this looks like the table ${table.title.en}, but its header lacks ${columns}. Put the header back as in the template (trama template) and file the report again.`,
  };
}

function otherSurvey(name: string): Refusal {
  return {
    code: "survey.unknown",
    message: `${name} holds answers to a survey whose questions are not those of Trama. Name its questions like the columns of the entry workbook (project, country, period, collective, result, score), or fill in the workbook (trama template).`,
  };
}

async function unknownTable(name: string, heads: readonly Head[]): Promise<Refusal> {
  const empty: string[] = [];
  for (const { sheet } of heads) if (await isEmpty(sheet)) empty.push(`"${sheet.name}"`);
  if (empty.length === heads.length)
    return {
      code: "sheet.empty",
      message: `${name}: ${heads.length === 0 ? "there is no sheet" : `the sheet ${empty.join(", ")} is empty`}. Fill in the report and file it again.`,
    };
  const tags = heads.flatMap(({ head }) => head.flatMap(({ cells }) => cells.filter(isTag)));
  const seen = tags.length > 0 ? ` Its HXL tags are ${[...new Set(tags)].slice(0, 12).join(", ")}.` : "";
  return {
    code: "source.unknown",
    message: `${name} holds no table of a known source.${seen} File the entry workbook (trama template), name the source with --source, or see trama sources.`,
  };
}

function isTag(cell: string | null): cell is string {
  return cell !== null && /^#[a-z]\w*(\s*\+\w+)*$/i.test(cell.trim());
}

async function isEmpty(sheet: RawSheet): Promise<boolean> {
  for await (const rows of sheet.rows()) {
    if (rows.some(({ cells }) => cells.some((cell) => cell !== null && cell.trim() !== ""))) return false;
  }
  return true;
}
