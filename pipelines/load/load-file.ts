import { version as framework } from "@trama/data/framework";
import { type Held, tables } from "@trama/data/schema";
import { append, type DuckDBConnection, inAllThreads, letGo } from "@trama/data/store";
import type { Decisions } from "../decisions/apply.ts";
import type { Plan } from "../map/plan.ts";
import { type Filing, records } from "../map/records/index.ts";
import type { Issue, RawSheet, Refusal, RowCounts } from "../step.ts";
import { issueOf } from "../validate/issue.ts";
import { type AcceptedRow, type FileState, newFileState, readTable } from "../validate/read-table.ts";
import { fileRules } from "../validate/rules/files.ts";
import { type Change, compare } from "./compare.ts";
import { type About, heldRow } from "./held.ts";
import { issueSink } from "./issue-sink.ts";
import { beyondReach, type Reach } from "./reach.ts";
import { sinkOf } from "./sink-of.ts";
import { tableSink } from "./table-sink.ts";

/** Rows of which DuckDB may keep in memory what stands in the file. */
const mostKept = 1 << 21;

/** A file on its way in. */
export interface Arrival {
  readonly sha256: string;
  readonly name: string;
  /** Its place in the order of receipt: the ledger's line that says it was received. */
  readonly sequence: number;
  /** The ledger's line of the last publication; 0 before the first. */
  readonly published: number;
  readonly acceptRevision: boolean;
  readonly dryRun: boolean;
  /** Who files may reach no further; left out, everywhere. */
  readonly within?: Reach | undefined;
  /** When its bytes are kept for good; nothing of it is loaded for good before. */
  readonly sealed: Promise<unknown>;
}

export type Loaded =
  | {
      readonly counts: RowCounts;
      /** The first 10,000 of each severity. */
      readonly issues: readonly Issue[];
      /** How many more the store has. */
      readonly unlisted: number;
      readonly changes: readonly Change[];
    }
  | { readonly refusal: Refusal };

/** Loads what a plan found, in one transaction: all that may be loaded with everything that was said about it, or nothing. */
export async function loadFile(
  connection: DuckDBConnection,
  plan: Plan,
  filing: Filing,
  decisions: Decisions,
  arrival: Arrival,
): Promise<Loaded> {
  await connection.run("BEGIN TRANSACTION");
  try {
    const loaded = await fill(connection, plan, filing, decisions, arrival);
    await arrival.sealed;
    await connection.run(arrival.dryRun || "refusal" in loaded ? "ROLLBACK" : "COMMIT");
    return loaded;
  } catch (error) {
    await connection.run("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function fill(
  connection: DuckDBConnection,
  plan: Plan,
  filing: Filing,
  decisions: Decisions,
  arrival: Arrival,
): Promise<Loaded> {
  const state = newFileState();
  const { counts } = state;
  const issues = issueSink(connection, filing);
  const held = tableSink(connection, tables.held);
  /** Rows since DuckDB let go of what it had written. */
  let loaded = 0;
  try {
    for (const { sheet, located } of plan.tables) {
      const rows = sinkOf(connection, records[located.table.record].table);
      const fieldOf = new Map(located.columns.map(({ name, field }) => [name, field.key]));
      try {
        for await (const batch of readTable(sheet, located, filing, decisions, state, plan.source.missing)) {
          await rows.columns(batch.columns, batch.count);
          await held.rows(batch.withWords.flatMap((accepted) => heldWords(accepted, filing, fieldOf)));
          if (located.table.record === "outcome")
            await held.rows(batch.withWords.map((accepted) => heldStatement(accepted, filing)));
          await issues.takeBatch(batch.issues, batch.alike);
          loaded += batch.count;
          if (loaded < mostKept) continue;
          loaded = 0;
          await letGo(connection);
        }
        rows.close();
      } finally {
        rows.discard();
      }
    }
    for (const sheet of plan.unread) await issues.take(await leaveOut(sheet, counts));
    if (counts.read === counts.skipped) return { refusal: nothingFilledIn(arrival.name, plan) };
    const unused = decisions.unused();
    if (unused.length > 0) return { refusal: expectedElsewhere(arrival.name, unused) };

    if (arrival.within) {
      const refusal = await beyondReach(connection, filing.report, arrival.name, arrival.within);
      if (refusal) return { refusal };
    }
    const compared = await inAllThreads(connection, () =>
      compare(connection, filing.report, arrival.published, (sheet, field) => columnOf(plan, sheet, field)),
    );
    if (!arrival.acceptRevision && compared.heldBack.size > 0) {
      const revisions = await holdBack(
        connection,
        filing,
        compared.changes.filter(({ closed }) => closed),
      );
      await held.rows(revisions);
      counts.accepted -= revisions.length;
      counts.quarantined += revisions.length;
    }
    await issues.take(arrival.acceptRevision ? compared.issues.map(accepted) : compared.issues);
    held.close();
    issues.close();
    await append(connection, tables.report, [reportRow(plan, filing, state, arrival)]);
    return { counts, issues: issues.listed, unlisted: issues.unlisted, changes: compared.changes };
  } finally {
    held.discard();
    issues.discard();
  }
}

/** Words of an accepted row that wait for a person. */
function heldWords({ row, issues }: AcceptedRow, filing: Filing, fieldOf: ReadonlyMap<string, string>): Held[] {
  const about = aboutRow(row);
  return issues
    .filter(({ rule }) => rule === "text.held" || rule === "text.identifies")
    .map((issue) =>
      heldRow(filing, { sheet: issue.sheet, row: issue.row, column: issue.column }, about, {
        kind: "text",
        rule: issue.rule,
        field: fieldOf.get(issue.column ?? "") ?? null,
      }),
    );
}

/** An outcome statement as a whole, which waits to be made public or kept inside. */
function heldStatement({ row }: AcceptedRow, filing: Filing): Held {
  const at = { sheet: String(row.sheet), row: Number(row.row), column: null };
  return heldRow(filing, at, aboutRow(row), { kind: "statement", rule: "text.held", field: null });
}

function aboutRow(row: AcceptedRow["row"]): About {
  const text = (key: string) => (row[key] === undefined || row[key] === null ? null : String(row[key]));
  return {
    collective: text("collective"),
    indicator: text("indicator") ?? text("result"),
    period: text("period"),
    project: text("project"),
  };
}

/** Takes rows that change a published score out again, still inside the transaction, and notes that they wait. */
async function holdBack(connection: DuckDBConnection, filing: Filing, changes: readonly Change[]): Promise<Held[]> {
  for (const { sheet, row } of changes)
    await connection.run(
      `DELETE FROM observation_row WHERE "row" = $3 AND about IN (SELECT about FROM observation_about WHERE report = $1 AND sheet = $2)`,
      [filing.report, sheet, row],
    );
  return changes.map(({ sheet, row, collective, indicator, period }) =>
    heldRow(
      filing,
      { sheet, row, column: null },
      { collective, indicator, period, project: null },
      { kind: "revision", rule: "revision.closed", field: null },
    ),
  );
}

function accepted(issue: Issue): Issue {
  return issue.severity === "quarantine" ? { ...issue, severity: "warning" } : issue;
}

async function leaveOut(sheet: RawSheet, counts: RowCounts): Promise<Issue[]> {
  let rows = 0;
  for await (const batch of sheet.rows()) rows += batch.length;
  counts.read += rows;
  counts.skipped += rows;
  if (sheet.hidden || rows === 0) return [];
  return [issueOf(fileRules["sheet.not-read"], { sheet: sheet.name, row: 1, column: null }, null, { rows })];
}

function columnOf(plan: Plan, sheetName: string, field: string): string | null {
  const columns = plan.tables.find(({ sheet }) => sheet.name === sheetName)?.located.columns;
  return columns?.find((column) => column.field.key === field)?.name ?? null;
}

function nothingFilledIn(name: string, { tables: found }: Plan): Refusal {
  const sheets = found.map(({ sheet }) => `"${sheet.name}"`).join(", ");
  return {
    code: "sheet.empty",
    message: `${name}: nothing is filled in below the header of ${sheets}. Fill in the report and file it again.`,
  };
}

function expectedElsewhere(name: string, unused: readonly string[]): Refusal {
  const ids = unused.map((id) => `"${id}"`).join(", ");
  return {
    code: "decision.unused",
    message: `${name}: the decision ${ids} is about this report and matches nothing in it. Mend the decision, or retire it, and file the report again.`,
  };
}

function reportRow(
  { source }: Plan,
  { report, learnedAt }: Filing,
  { context, counts, synthetic }: FileState,
  { sha256, name, sequence }: Arrival,
) {
  return {
    report,
    sha256,
    sequence,
    name,
    source: source.name,
    project: context.project,
    country: context.country,
    period: context.period?.code ?? null,
    version: context.version ?? 1,
    synthetic,
    framework_version: framework.version,
    rows_read: counts.read,
    rows_accepted: counts.accepted,
    rows_rejected: counts.rejected,
    rows_quarantined: counts.quarantined,
    rows_skipped: counts.skipped,
    learned_at: learnedAt,
  };
}
