import { all, type DuckDBConnection } from "@trama/data/store";
import type { Issue } from "../step.ts";
import { issueOf } from "../validate/issue.ts";
import type { StoreRule } from "../validate/rule.ts";
import { changesQuery, storeRules } from "../validate/rules/stores.ts";

/** A score that a report changes: where, of what, from what to what, and whether the old one was published. */
export interface Change {
  readonly sheet: string;
  readonly row: number;
  readonly collective: string;
  readonly indicator: string;
  readonly period: string;
  readonly panel: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly closed: boolean;
}

export interface Compared {
  readonly changes: readonly Change[];
  readonly issues: readonly Issue[];
  /** Rows that a rule holds back, as `sheet|row`. */
  readonly heldBack: ReadonlySet<string>;
}

/** Looks at a report just loaded, before its transaction ends, against what earlier reports said. */
export async function compare(
  connection: DuckDBConnection,
  report: string,
  published: number,
  columnOf: (sheet: string, field: string) => string | null,
): Promise<Compared> {
  const meets = await meetsOthers(connection, report);
  const changes = meets ? await all<Change>(connection, changesQuery, parameters(changesQuery, report, published)) : [];
  const issues: Issue[] = [];
  const heldBack = new Set<string>();
  for (const rule of storeRules) {
    if (!(await concerns(connection, rule, report, meets))) continue;
    for (const { sheet, row, ...details } of await broken(connection, rule, report, published)) {
      issues.push(issueOf(rule, { sheet, row, column: columnOf(sheet, rule.field) }, null, details));
      if (rule.severity === "quarantine") heldBack.add(`${sheet}|${row}`);
    }
  }
  return { changes, issues, heldBack };
}

/**
 * Whether anything was loaded before about the collectives or projects of the report. It spares a first report of a million
 * rows the comparisons, each of which sorts them all. The report at hand has no line in `report` yet.
 */
async function meetsOthers(connection: DuckDBConnection, report: string): Promise<boolean> {
  if ((await all(connection, "SELECT 1 FROM report LIMIT 1")).length === 0) return false;
  const shared = (column: string) => `EXISTS (
    SELECT 1 FROM (SELECT DISTINCT ${column} FROM observation WHERE report = $report) mine
    SEMI JOIN (SELECT DISTINCT ${column} FROM observation WHERE report <> $report) others USING (${column}))`;
  const [found] = await all<{ shared: boolean }>(
    connection,
    `SELECT ${shared("collective")} OR ${shared("project")} AS shared`,
    { report },
  );
  return found?.shared === true;
}

/** Whether the rule can be broken by anything in the report, beside what others said or by itself. */
async function concerns(
  connection: DuckDBConnection,
  { within }: StoreRule,
  report: string,
  meets: boolean,
): Promise<boolean> {
  if (within === undefined) return meets;
  return (await all(connection, within, { report })).length > 0;
}

function broken(connection: DuckDBConnection, { breaks }: StoreRule, report: string, published: number) {
  return all<{ sheet: string; row: number } & Record<string, string | number>>(
    connection,
    breaks,
    parameters(breaks, report, published),
  );
}

/** DuckDB refuses a value that a statement does not name. */
function parameters(statement: string, report: string, published: number): Record<string, string | number> {
  return {
    ...(statement.includes("$report") ? { report } : {}),
    ...(statement.includes("$published") ? { published } : {}),
  };
}
