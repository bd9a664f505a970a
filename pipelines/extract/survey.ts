import type { RawRow, RawSheet } from "../step.ts";
import { Refused } from "./refused.ts";

/** Columns that KoboToolbox and ODK add to every export. Two of them make a table a survey export. */
const added = new Set([
  "_id",
  "_uuid",
  "_submission_time",
  "_index",
  "_parent_index",
  "_parent_table_name",
  "_submission__uuid",
  "_validation_status",
  "_xform_id_string",
  "__version__",
  "meta/instanceID",
  "meta-instanceID",
  "instanceID",
  "SubmissionDate",
  "KEY",
  "PARENT_KEY",
]);
const mostParents = 200_000;

interface Head {
  readonly sheet: RawSheet;
  readonly header: readonly string[];
}

/**
 * An export of a survey (KoboToolbox, ODK) as tables of questions: group names taken off the columns, and what a
 * submission says joined to the rows of its repeats. Undefined where the sheets are no such export.
 */
export async function surveySheets(sheets: readonly RawSheet[]): Promise<RawSheet[] | undefined> {
  const heads = await Promise.all(sheets.map(async (sheet) => ({ sheet, header: await headerOf(sheet) })));
  refuseForm(heads);
  if (!heads.some(({ header }) => header.filter(isAdded).length >= 2)) return undefined;
  const parents = new Map<string, ReadonlyMap<string, string | null>>();
  const views: RawSheet[] = [];
  for (const head of heads) views.push(await viewOf(head, parents, heads.length > 1));
  return views;
}

function isAdded(header: string): boolean {
  return added.has(header) || /^(_submission__|SET-OF-)/.test(header);
}

/** A form tells what will be asked; it holds no answers. */
function refuseForm(heads: readonly Head[]): void {
  const form = heads.find(({ sheet, header }) => {
    const names = header.map((name) => name.trim().toLowerCase());
    return /^survey$/i.test(sheet.name.trim()) && names.includes("type") && names.includes("name");
  });
  if (form)
    throw new Refused(
      "survey.form",
      "is a survey form (XLSForm), not answers to it. Export the submissions from KoboToolbox or ODK as XLSX or CSV, and file that.",
    );
}

async function headerOf(sheet: RawSheet): Promise<readonly string[]> {
  if (sheet.header) return sheet.header;
  for await (const rows of sheet.rows()) {
    const first = rows[0];
    if (first) return first.cells.map((cell) => cell ?? "");
  }
  return [];
}

async function viewOf(
  { sheet, header }: Head,
  parents: Map<string, ReadonlyMap<string, string | null>>,
  linked: boolean,
): Promise<RawSheet> {
  const names = header.map((name) => questionOf(name, header));
  const at = (...wanted: string[]) => header.findIndex((name) => wanted.includes(name));
  const [parentAt, ownAt, tableAt] = [at("_parent_index", "PARENT_KEY"), at("_index", "KEY"), at("_parent_table_name")];
  const parentOf = (row: RawRow) => {
    const table = header[parentAt] === "PARENT_KEY" ? "" : (row.cells[tableAt] ?? "");
    return parents.get(`${table}|${row.cells[parentAt] ?? ""}`);
  };
  const dataRows = async function* (): AsyncGenerator<readonly RawRow[]> {
    let first = sheet.header === undefined;
    for await (const rows of sheet.rows()) {
      yield first ? rows.slice(1) : rows;
      first = false;
    }
  };
  const joined: string[] = [];
  if (linked)
    for await (const rows of dataRows())
      for (const row of rows) {
        const parent = parentAt < 0 ? undefined : parentOf(row);
        for (const name of parent?.keys() ?? []) if (!names.includes(name) && !joined.includes(name)) joined.push(name);
        if (ownAt < 0) continue;
        if (parents.size > mostParents)
          throw new Refused(
            "survey.too-large",
            `is an export of more than ${mostParents} linked rows. Export it in parts, by date.`,
          );
        const own = new Map(parent ?? []);
        for (const [index, name] of names.entries())
          if (!isAdded(header[index] ?? "")) own.set(name, row.cells[index] ?? null);
        parents.set(`${header[ownAt] === "KEY" ? "" : sheet.name}|${row.cells[ownAt] ?? ""}`, own);
      }
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    columns: "headers",
    header: [...names, ...joined],
    async *rows() {
      for await (const rows of dataRows())
        yield rows.map((row) => {
          if (joined.length === 0) return row;
          const parent = parentOf(row);
          const cells = names.map((_, index) => row.cells[index] ?? null);
          return { ...row, cells: [...cells, ...joined.map((name) => parent?.get(name) ?? null)] };
        });
    },
  };
}

/** The question's own name: `group/question` and `group-question` lose their group, `question/choice` keeps both. */
function questionOf(name: string, header: readonly string[]): string {
  if (isAdded(name)) return name;
  const cut = Math.max(name.lastIndexOf("/"), name.lastIndexOf("-"));
  if (cut <= 0 || header.includes(name.slice(0, cut))) return name;
  return name.slice(cut + 1);
}
