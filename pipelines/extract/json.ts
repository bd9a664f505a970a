import type { RawRow, RawSheet } from "../step.ts";
import type { Input } from "./input.ts";
import { Refused } from "./refused.ts";

const largest = 32 << 20;
const deepest = 32;

/** Rows that have been gathered for a sheet: records with named values, or lists of cells. */
interface Gathered {
  readonly name: string;
  readonly items: readonly unknown[];
}

/**
 * The tables of a JSON file: a list of records, a list of rows, several of them under names, or one record a line.
 * Values inside values are named by their path: `answers.score`, `ties.0.code`.
 */
export async function jsonSheets(input: Input): Promise<RawSheet[]> {
  if (input.size > largest)
    throw new Refused(
      "json.too-large",
      "is a JSON file of more than 32 MB, which must be held whole to be read. File it as CSV.",
    );
  const text = new TextDecoder().decode(await input.bytes());
  const parsed = parse(text);
  const title = input.name.replace(/\.[^.]*$/, "");
  const gathered = Array.isArray(parsed) ? [{ name: title, items: parsed }] : [...listsOf(parsed, title)];
  return gathered.map(sheetOf);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    try {
      if (lines.length > 1) return lines.map((line) => JSON.parse(line) as unknown);
    } catch {
      // Not one record a line either: what was wrong with the whole is told.
    }
    throw new Refused(
      "json.broken",
      `is no well-formed JSON (${(error as Error).message}). Write it again with the program that made it.`,
    );
  }
}

/** Lists inside an object, by their path; what stands beside them is a table of one row. */
function* listsOf(value: unknown, name: string): Generator<Gathered> {
  const single: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value as object)) {
    if (Array.isArray(inner) && inner.some((item) => typeof item === "object")) yield { name: key, items: inner };
    else single[key] = inner;
  }
  if (Object.keys(single).length > 0) yield { name, items: [single] };
}

function sheetOf({ name, items }: Gathered): RawSheet {
  if (items.length > 0 && items.every(Array.isArray)) {
    const rows = (items as unknown[][]).map((cells, index) => ({ row: index + 1, cells: cells.map(textOf) }));
    return { name, hidden: false, columns: "letters", rows: () => once(rows) };
  }
  const records = items.map((item) => flatten(item));
  const header = [...new Set(records.flatMap((record) => [...record.keys()]))];
  const rows = records.map((record, index) => ({
    row: index + 1,
    cells: header.map((key) => record.get(key) ?? null),
    path: `$[${index}]`,
  }));
  return { name, hidden: false, columns: "headers", header, rows: () => once(rows) };
}

async function* once(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  if (rows.length > 0) yield rows;
}

function flatten(value: unknown): Map<string, string | null> {
  const flat = new Map<string, string | null>();
  const put = (path: string, inner: unknown, depth: number) => {
    if (depth > deepest)
      throw new Refused("json.too-deep", `holds values nested more than ${deepest} deep. File a flat list of records.`);
    if (typeof inner !== "object" || inner === null) flat.set(path, textOf(inner));
    else for (const [key, part] of Object.entries(inner)) put(path === "" ? key : `${path}.${key}`, part, depth + 1);
  };
  put("", value, 0);
  return flat;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
