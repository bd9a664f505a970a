import type { FileOutcome } from "../graph.ts";
import type { IngestOutcome } from "../ingest.ts";
import type { Change } from "../load/compare.ts";
import type { Issue } from "../step.ts";

const shown = 20;

/** The batch as one JSON object, its messages in English. */
export function asJson({ files, totals }: IngestOutcome): unknown {
  const issues = (all: readonly Issue[]) => all.map(({ message, ...issue }) => ({ ...issue, message: message.en }));
  return { files: files.map((file) => ({ ...file, issues: issues(file.issues) })), totals };
}

/** What became of a file, for a person: one line, then its errors and warnings with their place. */
export function sayFile({ path, status, source, rows, issues, unlisted, changes, error }: FileOutcome): string[] {
  if (error) return [`✗ ${path}`, `    ${error.message}`];
  if (status === "duplicate") return [`= ${path}  filed before; nothing changed`];
  const counts = `${rows.accepted} accepted, ${rows.rejected} rejected, ${rows.quarantined} held, ${rows.skipped} skipped`;
  const trouble = issues.filter(({ severity }) => severity === "error" || severity === "quarantine");
  const warnings = issues.filter(({ severity }) => severity === "warning");
  return [
    `${trouble.length > 0 ? "!" : "✓"} ${path}  (${source}) ${counts}`,
    ...trouble.slice(0, shown).map(sayIssue),
    ...(trouble.length > shown ? [`    … and ${trouble.length - shown} more (--json lists all)`] : []),
    ...difference(changes),
    ...summary(warnings),
    ...(unlisted > 0
      ? [`    … and ${unlisted} more of the same kinds, listed in the working store (table rejection)`]
      : []),
  ];
}

/** What the report changes in earlier ones, score by score. */
function difference(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const lines = changes
    .slice(0, shown)
    .map(
      ({ indicator, collective, period, panel, from, to, closed }) =>
        `      ${indicator} ${collective} ${period}${panel === "accepted" ? "" : ` (${panel})`}: ${from} → ${to}${closed ? "  published before" : ""}`,
    );
  return [
    `    Changes ${changes.length} scores of earlier reports:`,
    ...lines,
    ...(changes.length > shown ? [`      … and ${changes.length - shown} more`] : []),
  ];
}

function sayIssue({ sheet, row, column, rule, message, value }: Issue): string {
  const place = `sheet "${sheet}", row ${row}${column === null ? "" : `, column ${column}`}`;
  return `    ${place}: ${value === null ? "" : `"${value}": `}${message.en} [${rule}]`;
}

function summary(warnings: readonly Issue[]): string[] {
  const byRule = new Map<string, Issue[]>();
  for (const issue of warnings) byRule.set(issue.rule, [...(byRule.get(issue.rule) ?? []), issue]);
  return [...byRule.values()].map((same) => {
    const [first] = same as [Issue];
    return `    ${same.length} × ${first.message.en} First: sheet "${first.sheet}", row ${first.row}. [${first.rule}]`;
  });
}

/** The closing line of a batch. */
export function sayTotals({ totals }: IngestOutcome, dryRun: boolean): string[] {
  return [
    `${totals.files} files, ${totals.read} rows: ${totals.accepted} accepted, ${totals.rejected} rejected, ${totals.quarantined} held, ${totals.skipped} skipped.${dryRun ? " Nothing was loaded (dry run)." : ""}`,
  ];
}
