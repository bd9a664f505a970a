import { tables } from "@trama/data/schema";
import type { DuckDBConnection } from "@trama/data/store";
import type { Filing } from "../map/records/index.ts";
import type { Issue, Severity } from "../step.ts";
import { acceptedColumns, sharedColumn } from "../validate/accepted-columns.ts";
import { type Alike, everyIssue } from "../validate/read-table.ts";
import { rejectionOf } from "./rejections.ts";
import { sinkOf } from "./sink-of.ts";

/** Issues of each severity that are handed back; the store has them all. */
export const mostListed = 10_000;

/** Where issues go: all of them into the store as they come, the first of each severity also into a list. */
export interface IssueSink {
  readonly listed: readonly Issue[];
  /** Issues that are in the store only. */
  readonly unlisted: number;
  take(issues: readonly Issue[]): Promise<void>;
  /** Takes what a batch of rows was told: what each has of its own, and what many share. */
  takeBatch(issues: readonly Issue[], alike: readonly Alike[]): Promise<void>;
  close(): void;
  discard(): void;
}

export function issueSink(connection: DuckDBConnection, { report, learnedAt }: Filing): IssueSink {
  const sink = sinkOf(connection, tables.rejection);
  const gathered = acceptedColumns(tables.rejection);
  const listed: Issue[] = [];
  const bySeverity: Record<Severity, number> = { error: 0, quarantine: 0, warning: 0, skip: 0 };
  let unlisted = 0;
  const list = (issue: Issue) => {
    bySeverity[issue.severity] += 1;
    if (bySeverity[issue.severity] <= mostListed) listed.push(issue);
    else unlisted += 1;
  };
  const store = (issues: readonly Issue[]) => sink.rows(issues.map((issue) => rejectionOf(issue, report, learnedAt)));
  return {
    listed,
    get unlisted() {
      return unlisted;
    },
    async take(issues) {
      for (const issue of issues) list(issue);
      await store(issues);
    },
    async takeBatch(issues, alike) {
      const whole = alike.filter(({ issue }) => bySeverity[issue.severity] >= mostListed);
      for (const issue of everyIssue({ issues, alike: alike.filter((said) => !whole.includes(said)) })) list(issue);
      await store(issues);
      for (const { issue, rows } of alike) {
        if (whole.some((said) => said.issue === issue)) {
          bySeverity[issue.severity] += rows.length;
          unlisted += rows.length;
        }
        gathered.begin(rows.length);
        const code = gathered.codeOf(sharedColumn, { ...rejectionOf(issue, report, learnedAt) });
        const codes = gathered.codesOf(sharedColumn);
        for (const row of rows) {
          codes[gathered.count] = code;
          gathered.end(row);
        }
        await sink.columns(gathered.columns(), gathered.count);
      }
    },
    close: sink.close,
    discard: sink.discard,
  };
}
