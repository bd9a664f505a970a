import { tables } from "@trama/data/schema";
import type { DuckDBConnection } from "@trama/data/store";
import type { Filing } from "../map/records/index.ts";
import type { Issue, Severity } from "../step.ts";
import { rejectionOf } from "./rejections.ts";
import { tableSink } from "./table-sink.ts";

/** Issues of each severity that are handed back; the store has them all. */
export const mostListed = 10_000;

/** Where issues go: all of them into the store as they come, the first of each severity also into a list. */
export interface IssueSink {
  readonly listed: readonly Issue[];
  /** Issues that are in the store only. */
  readonly unlisted: number;
  take(issues: readonly Issue[]): Promise<void>;
  close(): void;
  discard(): void;
}

export function issueSink(connection: DuckDBConnection, { report, learnedAt }: Filing): IssueSink {
  const sink = tableSink(connection, tables.rejection);
  const listed: Issue[] = [];
  const bySeverity: Record<Severity, number> = { error: 0, quarantine: 0, warning: 0, skip: 0 };
  let unlisted = 0;
  return {
    listed,
    get unlisted() {
      return unlisted;
    },
    async take(issues) {
      for (const issue of issues) {
        bySeverity[issue.severity] += 1;
        if (bySeverity[issue.severity] <= mostListed) listed.push(issue);
        else unlisted += 1;
      }
      await sink.rows(issues.map((issue) => rejectionOf(issue, report, learnedAt)));
    },
    close: sink.close,
    discard: sink.discard,
  };
}
