import type { Decisions } from "../decisions/apply.ts";
import { headOf, type Located } from "../map/header.ts";
import {
  type Context,
  type Filing,
  type Place,
  type RecordKind,
  type RecordMap,
  records,
  type Values,
} from "../map/records/index.ts";
import type { Source } from "../sources/source.ts";
import { type Issue, noRows, type RawRow, type RawSheet, type RowCounts } from "../step.ts";
import { acceptedColumns, type GatheredColumns } from "./accepted-columns.ts";
import { columnLane, type LaneOut } from "./column-lane.ts";
import { issueOf } from "./issue.ts";
import { type ReadRow, rowReader } from "./row-reader.ts";
import type { RowRule } from "./rule.ts";
import { fileRules } from "./rules/files.ts";
import { rowRules } from "./rules/rows.ts";
import { type Seen, seen } from "./seen.ts";

/** What a file writes above its tables, in any language, to say that its data is synthetic. */
const syntheticMark = "SYNTHETIC SAMPLE DATA";

/** Warnings that are about words, not about the figures of the row. */
const aboutWords: ReadonlySet<string> = new Set(["text.held"]);

/** Whether what a rule found waits for a person who reads the words. */
function isAboutWords(rule: string): boolean {
  return rule === "text.held" || rule === "text.identifies";
}

/** A row that may be loaded, and what was noticed about its cells. */
export interface AcceptedRow {
  readonly row: Record<string, unknown>;
  readonly issues: readonly Issue[];
}

/** Rows of one table that may be loaded, as columns, and everything that was found wrong on the way. */
export interface TableBatch {
  readonly count: number;
  readonly columns: GatheredColumns;
  /** Those of the rows that hold words. */
  readonly withWords: readonly AcceptedRow[];
  readonly issues: readonly Issue[];
  /** Warnings that many rows share, beside `issues`. */
  readonly alike: readonly Alike[];
}

/** The same warning about the same column of many rows. */
export interface Alike {
  /** What is said, at the first of the rows. */
  readonly issue: Issue;
  readonly rows: readonly number[];
}

/** All that was said of a batch, row by row. */
export function everyIssue({ issues, alike }: Pick<TableBatch, "issues" | "alike">): readonly Issue[] {
  if (alike.length === 0) return issues;
  const each = alike.flatMap(({ issue, rows }) => rows.map((row) => ({ ...issue, row })));
  return [...issues, ...each].sort((a, b) => a.row - b.row);
}

/** A file while it is read: what its report sheet says, and what was seen so far. */
export interface FileState {
  context: Context;
  readonly counts: RowCounts;
  /** Whether a line above a header says that the data is synthetic. */
  synthetic: boolean;
  /** What was said so far, by kind of record. */
  readonly seen: Map<RecordKind, Seen>;
}

export function newFileState(
  context: Context = { project: null, country: null, period: null, version: null },
): FileState {
  return { context, counts: noRows(), synthetic: false, seen: new Map() };
}

/**
 * Reads a located table: every row is accepted with its warnings, held in part, rejected with its reasons, or skipped. Rows
 * come coded where the reader can give them so and no decision is about them; what is the same for many is judged once.
 */
export async function* readTable(
  sheet: RawSheet,
  located: Located,
  filing: Filing,
  decisions: Decisions,
  state: FileState,
  missing: Source["missing"] = {},
): AsyncGenerator<TableBatch> {
  const { counts } = state;
  const record: RecordMap = records[located.table.record];
  const habits = { missing: new Map(Object.entries(missing)), decimalComma: sheet.decimalComma ?? false };
  const judge = rowJudge(sheet, located, filing, state);
  const decide = decisions.forTable(sheet.name, located);
  const read = rowReader(sheet.name, located, habits);
  const out = acceptedColumns(record.table);
  let data = 0;
  let issues: Issue[] = [];
  let alike = new Map<RowRule, { readonly issue: Issue; readonly rows: number[] }>();
  let withWords: AcceptedRow[] = [];

  const begin = (rows: number) => {
    out.begin(rows);
    issues = [];
    alike = new Map();
    withWords = [];
  };
  const batch = (): TableBatch => ({
    count: out.count,
    columns: out.columns(),
    withWords,
    issues,
    alike: [...alike.values()],
  });
  const readRow = (filed: RawRow) => {
    const decided = decide ? decide(filed) : { row: filed };
    if ("excludedBy" in decided) {
      counts.rejected += 1;
      issues.push(
        issueOf(fileRules["row.excluded"], { sheet: sheet.name, row: filed.row, column: null }, null, {
          decision: decided.excludedBy,
        }),
      );
      return;
    }
    const result = read(decided.row);
    if (result.kind === "skipped") {
      counts.skipped += 1;
      state.synthetic ||= filed.row < located.headerRow && filed.cells.some((cell) => cell?.includes(syntheticMark));
      return;
    }
    data += 1;
    const judged = judge.row(decided.row, result);
    for (const issue of judged.issues) issues.push(issue);
    if (!judged.row) {
      counts.rejected += 1;
      return;
    }
    counts[judged.issues.some(({ severity }) => severity === "quarantine") ? "quarantined" : "accepted"] += 1;
    out.add(judged.row);
    if (judged.issues.some(({ rule }) => isAboutWords(rule)))
      withWords.push({ row: judged.row, issues: judged.issues });
  };

  if (sheet.coded && record.madeFrom && !decide) {
    state.synthetic ||= await announcesSynthetic(sheet, located);
    const lane = columnLane(located, habits, record, judge.rules, judge, judge.seen, out);
    const to: LaneOut = {
      skipped: () => {
        counts.skipped += 1;
      },
      accepted: (row, broken) => {
        data += 1;
        counts.accepted += 1;
        if (broken.length === 0) return;
        for (const rule of broken) {
          const said = alike.get(rule);
          if (said) said.rows.push(row);
          else
            alike.set(rule, {
              issue: issueOf(rule, judge.at({ sheet: sheet.name, row }, rule.field), null),
              rows: [row],
            });
        }
      },
      apart: readRow,
    };
    for await (const coded of sheet.coded(lane.groups)) {
      counts.read += coded.count;
      begin(coded.count);
      lane.judge(coded, to);
      yield batch();
    }
  } else
    for await (const raw of sheet.rows()) {
      counts.read += raw.length;
      begin(raw.length);
      for (const filed of raw) readRow(filed);
      yield batch();
    }
  begin(0);
  issues.push(...sheetIssues(sheet, located, data));
  yield batch();
}

/** Whether a line above the header says that the data is synthetic. */
async function announcesSynthetic(sheet: RawSheet, { headerRow }: Located): Promise<boolean> {
  const head = await headOf(sheet);
  return head.some(({ row, cells }) => row < headerRow && cells.some((cell) => cell?.includes(syntheticMark)));
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
  const [who, ...what] = record.identity ?? [];
  const said = state.seen.get(table.record) ?? seen();
  state.seen.set(table.record, said);

  const at = (place: Place, field: string) => ({ ...place, column: columnOf.get(field) ?? null });
  const brokenBy = (values: Values) => {
    const context = contextOf(values, state.context);
    const told = record.needs.some((need) => context[need] === null) ? { ...values, "context.missing": true } : values;
    return rules.filter((rule) => !rule.holds(told, context, filing.learnedAt));
  };
  const rowOf = (values: Values, place: Place, issues: readonly Said[]) =>
    flagged(record.toRow(values, contextOf(values, state.context), place, filing), issues);

  return {
    rules,
    seen: said,
    at,
    broken: brokenBy,
    /** What becomes of one row. */
    row({ row: number, path }: RawRow, read: Extract<ReadRow, { kind: "read" }>): Judged {
      const place = { sheet: sheet.name, row: number, ...(path === undefined ? {} : { path }) };
      if (hasError(read.issues)) return { issues: read.issues };
      const { values } = read;
      const broken = brokenBy(values);
      const issues = [...read.issues, ...broken.map((rule) => issueOf(rule, at(place, rule.field), null))];
      if (hasError(issues)) return { issues };

      const row = rowOf(values, place, issues);
      const first =
        who === undefined
          ? undefined
          : said.first(said.whoOf(row[who]), said.whatOf(what.map((column) => row[column])), number);
      if (first !== undefined) {
        const double = issueOf(fileRules["row.duplicate"], at(place, table.fields[0]?.key ?? ""), null, { row: first });
        return { issues: [...issues, double] };
      }
      if (table.record === "project" && state.context.project === null)
        state.context = contextOf(values, state.context);
      return { row, issues };
    },
    /** The row that values become, for the columns that do not say where it stands. */
    made: (values: Values, broken: readonly RowRule[]) => rowOf(values, { sheet: sheet.name, row: 0 }, saidBy(broken)),
    flags: (broken: readonly RowRule[]) => flagsOf(saidBy(broken)),
  };
}

type Said = Pick<Issue, "rule" | "severity">;

function saidBy(broken: readonly RowRule[]): Said[] {
  return broken.map(({ id, severity }) => ({ rule: id, severity }));
}

function hasError(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === "error");
}

function flagged(row: Record<string, unknown>, issues: readonly Said[]): Record<string, unknown> {
  if (!("flags" in row)) return row;
  const flags = flagsOf(issues);
  return flags === null ? row : { ...row, flags };
}

function flagsOf(issues: readonly Said[]): string | null {
  const flags = issues
    .filter(({ severity, rule }) => severity === "warning" && !aboutWords.has(rule))
    .map(({ rule }) => rule);
  return flags.length === 0 ? null : [...new Set(flags)].join(" ");
}

function contextOf(values: Values, report: Context): Context {
  return {
    project: (values.project as string | null | undefined) ?? report.project,
    country: (values.country as string | null | undefined) ?? report.country,
    period: (values.period as Context["period"] | undefined) ?? report.period,
    version: (values.version as number | null | undefined) ?? report.version,
  };
}

function sheetIssues(sheet: RawSheet, { table, headerRow, unknown }: Located, data: number): Issue[] {
  const at = { sheet: sheet.name, row: headerRow, column: null };
  const left = table.leaves === "others" ? [] : unknown.filter((header) => !table.leaves.includes(header));
  return [
    ...left.map((header) => issueOf(fileRules["column.unknown"], { ...at, column: header }, header)),
    ...(data === 0 && sheet.header === undefined ? [issueOf(fileRules["sheet.empty"], at, null)] : []),
  ];
}
