import type { Rejection } from "@trama/data/schema";
import type { Issue, Severity } from "../step.ts";

const outcomes: Record<Severity, Rejection["outcome"]> = {
  error: "rejected",
  quarantine: "quarantined",
  warning: "flagged",
  skip: "skipped",
};

/** What the store remembers of an issue: where, which rule, what to do; never the text that stood there. */
export function rejectionOf(issue: Issue, report: string, learnedAt: Date): Rejection {
  const { sheet, row, column, rule, severity, message } = issue;
  return { report, sheet, row, column, rule, outcome: outcomes[severity], message: message.en, learned_at: learnedAt };
}
