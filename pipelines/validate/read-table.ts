import type { Located } from "../map/header.ts";
import { type Context, type Filing, records, type Values } from "../map/records/index.ts";
import type { Source } from "../sources/source.ts";
import type { Issue, RawSheet, RowCounts } from "../step.ts";
import { issueOf } from "./issue.ts";
import { rowReader } from "./row-reader.ts";
import { fileRules } from "./rules/files.ts";
import { rowRules } from "./rules/rows.ts";

/** What a file writes above its tables, in any language, to say that its data is synthetic. */
const syntheticMark = "SYNTHETIC SAMPLE DATA";

/** Rows of one table that may be loaded, and what was found wrong on the way; counted as they come. */
export interface TableBatch {
  readonly rows: readonly Record<string, unknown>[];
  readonly issues: readonly Issue[];
}

/** A file while it is read: what its report sheet says, and what was seen so far. */
export interface FileState {
  context: Context;
  readonly counts: RowCounts;
  /** Whether a line above a header says that the data is synthetic. */
  synthetic: boolean;
  /** Row in which a thing was first said, by what it says. */
  readonly seen: Map<string, number>;
}

/** Reads a located table: every row is accepted with its warnings, rejected with its reasons, or skipped. */
export async function* readTable(
  sheet: RawSheet,
  located: Located,
  filing: Filing,
  state: FileState,
  missing: Source["missing"] = {},
): AsyncGenerator<TableBatch> {
  const { table } = located;
  const record = records[table.record];
  const read = rowReader(sheet.name, located, {
    missing: new Map(Object.entries(missing)),
    decimalComma: sheet.decimalComma ?? false,
  });
  const rules = rowRules.filter((rule) => (rule.records as readonly string[]).includes(table.record));
  const columnOf = new Map(located.columns.map(({ field, name }) => [field.key, name]));
  let data = 0;

  for await (const raw of sheet.rows()) {
    const rows: Record<string, unknown>[] = [];
    const issues: Issue[] = [];
    for (const rawRow of raw) {
      state.counts.read += 1;
      const result = read(rawRow);
      if (result.kind === "skipped") {
        state.counts.skipped += 1;
        state.synthetic ||=
          rawRow.row < located.headerRow && rawRow.cells.some((cell) => cell?.includes(syntheticMark));
        continue;
      }
      data += 1;
      const place = { sheet: sheet.name, row: rawRow.row, ...(rawRow.path === undefined ? {} : { path: rawRow.path }) };
      const at = (field: string) => ({ ...place, column: columnOf.get(field) ?? null });
      const context = contextOf(result.values, state.context);
      const values: Values = record.needs.some((need) => context[need] === null)
        ? { ...result.values, "context.missing": true }
        : result.values;
      const found: Issue[] = [...result.issues];
      if (!found.some(({ severity }) => severity === "error"))
        for (const rule of rules) {
          if (!rule.holds(values, context)) found.push(issueOf(rule, at(rule.field), null));
        }
      let row: Record<string, unknown> | undefined;
      if (!found.some(({ severity }) => severity === "error")) {
        row = record.toRow(values, context, place, filing);
        const first = firstSaid(record.identity?.(row), table.record, rawRow.row, state);
        if (first !== undefined) {
          row = undefined;
          found.push(issueOf(fileRules["row.duplicate"], at(table.fields[0]?.key ?? ""), null, { row: first }));
        }
      }
      issues.push(...found);
      if (!row) {
        state.counts.rejected += 1;
        continue;
      }
      state.counts.accepted += 1;
      if (table.record === "project" && state.context.project === null) state.context = context;
      const flags = found.filter(({ severity }) => severity === "warning").map(({ rule }) => rule);
      rows.push("flags" in row && flags.length > 0 ? { ...row, flags: [...new Set(flags)].join(" ") } : row);
    }
    yield { rows, issues };
  }
  yield { rows: [], issues: sheetIssues(sheet, located, data) };
}

function contextOf(values: Values, report: Context): Context {
  return {
    project: (values.project as string | null | undefined) ?? report.project,
    country: (values.country as string | null | undefined) ?? report.country,
    period: (values.period as Context["period"] | undefined) ?? report.period,
    version: (values.version as number | null | undefined) ?? report.version,
  };
}

function firstSaid(identity: string | undefined, kind: string, row: number, { seen }: FileState): number | undefined {
  if (identity === undefined) return undefined;
  const key = `${kind}|${identity}`;
  const first = seen.get(key);
  if (first === undefined) seen.set(key, row);
  return first;
}

function sheetIssues(sheet: RawSheet, { table, headerRow, unknown }: Located, data: number): Issue[] {
  const at = { sheet: sheet.name, row: headerRow, column: null };
  const left = table.leaves === "others" ? [] : unknown.filter((header) => !table.leaves.includes(header));
  return [
    ...left.map((header) => issueOf(fileRules["column.unknown"], { ...at, column: header }, header)),
    ...(data === 0 && sheet.header === undefined ? [issueOf(fileRules["sheet.empty"], at, null)] : []),
  ];
}
