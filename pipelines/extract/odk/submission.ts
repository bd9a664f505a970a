import type { RawSheet } from "../../step.ts";
import { Refused } from "../refused.ts";
import type { XmlNode } from "../xml/tree.ts";
import { type SurveyForm, wholeTree } from "./form.ts";

/** Answers as a table: the submission itself, or the rounds of one repeated group. */
export interface SurveyTable {
  readonly name: string;
  readonly header: string[];
  readonly rows: Map<string, string>[];
}

const point = ["Latitude", "Longitude", "Altitude", "Accuracy"] as const;

/**
 * The tables of one submission (OpenRosa XML), columns named and keyed as ODK's own exports are: groups joined by "-",
 * a table for each repeat with PARENT_KEY and KEY. The form tells types, choices and repeats; without it a group is a
 * repeat where it stands more than once.
 */
export async function readSubmission(chunks: AsyncIterable<Buffer>, form?: SurveyForm): Promise<SurveyTable[]> {
  const root = await wholeTree(chunks);
  const data = root?.name === "submission" ? root.children.find(({ name }) => name === "data")?.children[0] : root;
  if (!data) throw new Refused("survey.empty", "holds no answers. Export the submissions again.");
  if (data.attributes.encrypted === "yes")
    throw new Refused(
      "survey.encrypted",
      "is an encrypted submission. Decrypt it with the form's private key (ODK Central or Briefcase), and file the export.",
    );
  const key = data.attributes.instanceID ?? textAt(data, ["meta", "instanceID"]) ?? "";
  const tables = new Map<string, SurveyTable>();
  const main = tableOf(tables, "", data.attributes.id ?? data.name);
  main.header.push("SubmissionDate");
  const row = new Map<string, string>();
  put(row, "SubmissionDate", data.attributes.submissionDate ?? "");
  main.rows.push(row);
  const repeats = form?.repeats ?? repeatedPaths(data);
  answers(data, form?.instance ?? data, { table: main, row, key, path: [], prefix: [], tables, repeats, form });
  column(main, "KEY");
  put(row, "KEY", key);
  return [...tables.values()];
}

/** A submission as sheets, for a file that arrives without its form. */
export async function submissionSheets(chunks: AsyncIterable<Buffer>): Promise<RawSheet[]> {
  const tables = await readSubmission(chunks);
  return tables.map(({ name, header, rows }) => ({
    name,
    hidden: false,
    columns: "headers",
    header,
    async *rows() {
      yield rows.map((row, index) => ({ row: index + 1, cells: header.map((key) => row.get(key) ?? null) }));
    },
  }));
}

interface Where {
  readonly table: SurveyTable;
  readonly row: Map<string, string>;
  readonly key: string;
  /** Place below the form's root. */
  readonly path: readonly string[];
  /** Groups since the table's own element, for column names. */
  readonly prefix: readonly string[];
  readonly tables: Map<string, SurveyTable>;
  readonly repeats: ReadonlySet<string>;
  readonly form: SurveyForm | undefined;
}

/** Walks the questions in the order of the form, so that columns stand even where nothing was answered. */
function answers(data: XmlNode | undefined, asked: XmlNode, where: Where): void {
  const { repeats, form, row, table } = where;
  for (const name of new Set(asked.children.map((child) => child.name))) {
    const question = asked.children.find((child) => child.name === name) as XmlNode;
    const given = data?.children.filter((child) => child.name === name) ?? [];
    const path = [...where.path, name];
    const title = [...where.prefix, name].join("-");
    if (repeats.has(path.join("/"))) {
      column(table, `SET-OF-${name}`);
      rounds(given, question, { ...where, path }, name);
    } else if (question.children.length > 0)
      answers(given[0], question, { ...where, path, prefix: [...where.prefix, name] });
    else answer(given[0]?.text.trim() ?? "", title, path.join("/"), table, row, form);
  }
}

function rounds(given: readonly XmlNode[], question: XmlNode, where: Where, name: string): void {
  const set = `${where.key}/${name}`;
  if (given.length > 0) put(where.row, `SET-OF-${name}`, set);
  const table = tableOf(where.tables, where.path.join("/"), name);
  for (const [index, round] of (given.length > 0 ? given : [undefined]).entries()) {
    const key = `${set}[${index + 1}]`;
    const row = new Map<string, string>();
    answers(round, question, { ...where, table, row, key, prefix: [] });
    if (!round) continue;
    for (const [title, value] of [
      ["PARENT_KEY", where.key],
      ["KEY", key],
      [`SET-OF-${name}`, set],
    ] as const) {
      column(table, title);
      put(row, title, value);
    }
    table.rows.push(row);
  }
}

function answer(
  text: string,
  title: string,
  path: string,
  table: SurveyTable,
  row: Map<string, string>,
  form?: SurveyForm,
): void {
  if (form?.types.get(path) === "geopoint") {
    const parts = text === "" ? [] : text.split(/\s+/);
    for (const [index, part] of point.entries()) {
      column(table, `${title}-${part}`);
      put(row, `${title}-${part}`, parts[index] ?? "");
    }
    return;
  }
  column(table, title);
  put(row, title, text);
  const choices = form?.several.get(path);
  if (!choices) return;
  const chosen = new Set(text.split(/\s+/));
  for (const choice of choices) {
    column(table, `${title}/${choice}`);
    put(row, `${title}/${choice}`, text === "" ? "" : chosen.has(choice) ? "1" : "0");
  }
}

function tableOf(tables: Map<string, SurveyTable>, path: string, name: string): SurveyTable {
  const known = tables.get(path);
  if (known) return known;
  const made: SurveyTable = { name, header: [], rows: [] };
  tables.set(path, made);
  return made;
}

function column({ header }: SurveyTable, title: string): void {
  if (!header.includes(title)) header.push(title);
}

function put(row: Map<string, string>, title: string, value: string): void {
  if (value !== "") row.set(title, value);
}

function textAt(node: XmlNode, path: readonly string[]): string | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return node.text.trim() || undefined;
  const child = node.children.find((each) => each.name === name);
  return child && textAt(child, rest);
}

/** Groups that stand more than once beside each other anywhere in the answers. */
function repeatedPaths(data: XmlNode): Set<string> {
  const repeated = new Set<string>();
  const visit = (node: XmlNode, path: string) => {
    const names = node.children.map(({ name }) => name);
    for (const child of node.children) {
      const inner = path === "" ? child.name : `${path}/${child.name}`;
      if (child.children.length > 0 && names.indexOf(child.name) !== names.lastIndexOf(child.name)) repeated.add(inner);
      visit(child, inner);
    }
  };
  visit(data, "");
  return repeated;
}
