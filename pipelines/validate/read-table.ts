import type { Decisions } from "../decisions/apply.ts";
import type { Located } from "../map/header.ts";
import { type Context, type Filing, type RecordMap, records, type Values } from "../map/records/index.ts";
import type { Source } from "../sources/source.ts";
import type { Issue, RawRow, RawSheet, RowCounts } from "../step.ts";
import { issueOf } from "./issue.ts";
import { type ReadRow, rowReader } from "./row-reader.ts";
import { fileRules } from "./rules/files.ts";
import { rowRules } from "./rules/rows.ts";

/** What a file writes above its tables, in any language, to say that its data is synthetic. */
const syntheticMark = "SYNTHETIC SAMPLE DATA";

/** Warnings that are about words, not about the figures of the row. */
const aboutWords: ReadonlySet<string> = new Set(["text.held"]);

/** A row that may be loaded, and what was noticed about it. */
export interface AcceptedRow {
  readonly row: Record<string, unknown>;
  readonly issues: readonly Issue[];
}

/** Rows of one table that may be loaded, and everything that was found wrong on the way. */
export interface TableBatch {
  readonly accepted: readonly AcceptedRow[];
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

/** Reads a located table: every row is accepted with its warnings, held in part, rejected with its reasons, or skipped. */
export async function* readTable(
  sheet: RawSheet,
  located: Located,
  filing: Filing,
  decisions: Decisions,
  state: FileState,
  missing: Source["missing"] = {},
): AsyncGenerator<TableBatch> {
  const { counts } = state;
  const judge = rowJudge(sheet, located, filing, state);
  const decide = decisions.forTable(sheet.name, located);
  const read = rowReader(sheet.name, located, {
    missing: new Map(Object.entries(missing)),
    decimalComma: sheet.decimalComma ?? false,
  });
  let data = 0;

  for await (const raw of sheet.rows()) {
    const accepted: AcceptedRow[] = [];
    const issues: Issue[] = [];
    for (const filed of raw) {
      counts.read += 1;
      const decided = decide(filed);
      if ("excludedBy" in decided) {
        counts.rejected += 1;
        issues.push(
          issueOf(fileRules["row.excluded"], { sheet: sheet.name, row: filed.row, column: null }, null, {
            decision: decided.excludedBy,
          }),
        );
        continue;
      }
      const result = read(decided.row);
      if (result.kind === "skipped") {
        counts.skipped += 1;
        state.synthetic ||= filed.row < located.headerRow && filed.cells.some((cell) => cell?.includes(syntheticMark));
        continue;
      }
      data += 1;
      const judged = judge(decided.row, result);
      issues.push(...judged.issues);
      if (!judged.row) {
        counts.rejected += 1;
        continue;
      }
      counts[judged.issues.some(({ severity }) => severity === "quarantine") ? "quarantined" : "accepted"] += 1;
      accepted.push({ row: judged.row, issues: judged.issues });
    }
    yield { accepted, issues };
  }
  yield { accepted: [], issues: sheetIssues(sheet, located, data) };
}

interface Judged {
  readonly row?: Record<string, unknown>;
  readonly issues: readonly Issue[];
}

/** Decides about rows whose cells have been read: context, row rules, and whether the file said the same before. */
function rowJudge(sheet: RawSheet, { table, columns }: Located, filing: Filing, state: FileState) {
  const record: RecordMap = records[table.record];
  const rules = rowRules.filter((rule) => (rule.records as readonly string[]).includes(table.record));
  const columnOf = new Map(columns.map(({ field, name }) => [field.key, name]));

  return function judgeRow({ row: number, path }: RawRow, read: Extract<ReadRow, { kind: "read" }>): Judged {
    const place = { sheet: sheet.name, row: number, ...(path === undefined ? {} : { path }) };
    const at = (field: string) => ({ ...place, column: columnOf.get(field) ?? null });
    if (hasError(read.issues)) return { issues: read.issues };
    const context = contextOf(read.values, state.context);
    const values = record.needs.some((need) => context[need] === null)
      ? { ...read.values, "context.missing": true }
      : read.values;
    const broken = rules.filter((rule) => !rule.holds(values, context, filing.learnedAt));
    const issues = [...read.issues, ...broken.map((rule) => issueOf(rule, at(rule.field), null))];
    if (hasError(issues)) return { issues };

    const row = record.toRow(values, context, place, filing);
    const first = firstSaid(record.identity?.(row), table.record, number, state);
    if (first !== undefined)
      return {
        issues: [...issues, issueOf(fileRules["row.duplicate"], at(table.fields[0]?.key ?? ""), null, { row: first })],
      };
    if (table.record === "project" && state.context.project === null) state.context = context;
    return { row: flagged(row, issues), issues };
  };
}

function hasError(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === "error");
}

function flagged(row: Record<string, unknown>, issues: readonly Issue[]): Record<string, unknown> {
  if (!("flags" in row)) return row;
  const flags = issues
    .filter(({ severity, rule }) => severity === "warning" && !aboutWords.has(rule))
    .map(({ rule }) => rule);
  return flags.length === 0 ? row : { ...row, flags: [...new Set(flags)].join(" ") };
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
