import type { Located, LocatedColumn } from "../map/header.ts";
import { type Habits, noHabits, type Parsed, parseField } from "../map/parse-field.ts";
import type { Values } from "../map/records/index.ts";
import type { FieldMap } from "../sources/index.ts";
import type { Address, Fault, Issue, RawRow } from "../step.ts";
import { issueOf } from "./issue.ts";
import type { CellRule } from "./rule.ts";
import { cellRules } from "./rules/cells.ts";
import { fileRules } from "./rules/files.ts";
import { formatRule } from "./rules/formats.ts";
import { screen } from "./screen.ts";

/** A row of a located table: no data row at all, or its fields with all that its cells have wrong. */
export type ReadRow =
  | { readonly kind: "skipped" }
  | {
      readonly kind: "read";
      readonly values: Values;
      readonly texts: Readonly<Record<string, string>>;
      readonly issues: readonly Issue[];
    };

const requiredRule = cellRules.find(({ id }) => id === "cell.required") as CellRule;
const ruleById = new Map<string, CellRule>(cellRules.map((rule) => [rule.id, rule]));
const cacheLimit = 20_000;

/** Makes the reader of a table's rows. Equal texts of a column are read once: a report repeats itself a great deal. */
export function rowReader(
  sheet: string,
  { table, headerRow, headerRows, columns }: Located,
  habits: Habits = noHabits,
): (row: RawRow) => ReadRow {
  const readers = columns.map((column) => ({ column, read: cached(column, habits) }));
  const prefilled = new Set(table.prefilled);

  return function readRow({ row, cells, path, faults }) {
    if (row < headerRow || headerRows.has(row)) return { kind: "skipped" };
    if (!columns.some(({ index, field }) => !prefilled.has(field.key) && filled(cells[index])) && !identifies(cells))
      return { kind: "skipped" };
    const values: Record<string, unknown> = {};
    const texts: Record<string, string> = {};
    const issues: Issue[] = faults ? faults.map((fault) => faultIssue(fault, sheet, row)) : [];
    const here = path === undefined ? { sheet, row } : { sheet, row, path };
    for (const { column, read } of readers) {
      const { field, index, name } = column;
      const text = cells[index] ?? null;
      const at = { ...here, column: name };
      if (field.pairs) continue;
      if (field.required && !filled(text)) {
        issues.push(issueOf(requiredRule, at, null));
        continue;
      }
      const parsed = read(taken(text, column));
      if ("broken" in parsed) {
        issues.push(issueOf(ruleById.get(parsed.broken) as CellRule, at, text));
        continue;
      }
      if (text !== null) texts[field.key] = name;
      values[field.key] = parsed.value;
      if (field.holds.kind === "lenient-number") {
        values[`${field.key}_text`] = text?.trim() || null;
        values[`${field.key}_missing`] = parsed.missing ?? null;
      }
      if (parsed.flag && !(parsed.flag === "number.text" && field.isStatement?.(values)))
        issues.push(issueOf(fileRules[parsed.flag], at, text));
      if (text !== null) issues.push(...screened(text, field, at));
    }
    for (const { key, constant, pairs } of table.fields) {
      if (constant !== undefined) values[key] = constant;
      if (pairs) values[key] = joined(cells, pairs, columns);
    }
    return { kind: "read", values, texts, issues };
  };

  /** A table whose every column may stand prefilled has a row as soon as one of its own cells is filled. */
  function identifies(cells: RawRow["cells"]): boolean {
    const own = columns.filter(({ field }) => field.required);
    const hasInput = table.fields.some(({ key, required }) => required && !prefilled.has(key));
    return !hasInput && own.some(({ index }) => filled(cells[index]));
  }
}

/** A cell by itself: whether anything stands there, what it means, and whether there is nothing to tell about it. */
export interface Inspected {
  readonly filled: boolean;
  readonly clean: boolean;
  readonly value: unknown;
}

/** Makes the inspector of one column's cells; a cell that is not clean must be read with its row. */
export function cellInspector(column: LocatedColumn, habits: Habits): (text: string | null) => Inspected {
  const { field } = column;
  const read = cached(column, habits);
  const withItsRow = field.pairs !== undefined || field.holds.kind === "lenient-number";
  return (text) => {
    const parsed = read(taken(text, column));
    const broken = "broken" in parsed;
    const words = text !== null && field.holds.kind === "free-text";
    const locates = text !== null && field.holds.kind === "key" && locating(text).length > 0;
    const flagged = broken || parsed.flag !== undefined || words || locates;
    return {
      filled: filled(text),
      clean: !withItsRow && !flagged && (filled(text) || !field.required),
      value: broken ? undefined : parsed.value,
    };
  };
}

/** The column of a fault is the place that is wrong: the attribute or the element that is missing or too many. */
function faultIssue({ rule, path, line, details }: Fault, sheet: string, row: number): Issue {
  const lacking = details.attribute === undefined ? details.child : `@${details.attribute}`;
  const column = rule.startsWith("iati.element-repeated") ? path : `${path}/${lacking}`;
  return issueOf(formatRule(rule), { sheet, row, column, path }, null, { ...details, path, line });
}

/** Words are always held; a code or title that holds a contact or a location is refused. */
function screened(text: string, { holds }: FieldMap, at: Address): Issue[] {
  if (holds.kind === "free-text") {
    const findings = screen(text).join(", ");
    return [
      findings === ""
        ? issueOf(fileRules["text.held"], at, null)
        : issueOf(fileRules["text.identifies"], at, null, { findings }),
    ];
  }
  if (holds.kind !== "key") return [];
  const findings = locating(text);
  return findings.length === 0 ? [] : [issueOf(fileRules["cell.locates"], at, text, { findings: findings.join(", ") })];
}

const located = new Map<string, readonly string[]>();

/** What of a code or title locates somebody. Codes repeat on every row: each is screened once. */
function locating(text: string): readonly string[] {
  const known = located.get(text);
  if (known) return known;
  const findings = screen(text, ["email", "coordinates", "address"]);
  if (located.size >= cacheLimit) located.clear();
  located.set(text, findings);
  return findings;
}

function cached({ field }: LocatedColumn, habits: Habits): (text: string | null) => Parsed {
  const seen = new Map<string | null, Parsed>();
  return (text) => {
    const known = seen.get(text);
    if (known) return known;
    const parsed = parseField(text, field.holds, habits);
    if (seen.size < cacheLimit) seen.set(text, parsed);
    return parsed;
  };
}

function taken(text: string | null, { field }: LocatedColumn): string | null {
  if (!field.take || text === null) return text;
  return field.take.exec(text)?.[1] ?? null;
}

function joined(
  cells: RawRow["cells"],
  pairs: readonly (readonly [string, string])[],
  columns: readonly LocatedColumn[],
): string | null {
  const cellOf = (header: string) => cells[columns.find((column) => column.header === header)?.index ?? -1] ?? null;
  const parts = pairs.flatMap(([name, value]) => {
    const filledValue = cellOf(value);
    return filledValue === null ? [] : [`${cellOf(name) ?? ""}: ${filledValue}`];
  });
  return parts.length === 0 ? null : parts.join("; ");
}

function filled(cell: string | null | undefined): boolean {
  return cell !== null && cell !== undefined && cell.trim() !== "";
}
