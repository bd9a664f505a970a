import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { version as framework } from "@trama/data/framework";
import { tables } from "@trama/data/schema";
import { append, type DuckDBConnection } from "@trama/data/store";
import { Refused, refusalOf } from "./extract/refused.ts";
import type { FileReader } from "./extract/safely/reader.ts";
import type { Home } from "./home.ts";
import { rejectionOf } from "./load/rejections.ts";
import { isLoaded } from "./load/working.ts";
import { type Plan, plan } from "./map/plan.ts";
import { pseudonyms } from "./map/pseudonym.ts";
import { type Filing, records } from "./map/records/index.ts";
import { hashOf } from "./receive/raw-store.ts";
import type { Source } from "./sources/index.ts";
import { type Issue, noRows, type Refusal, type RowCounts } from "./step.ts";
import { issueOf } from "./validate/issue.ts";
import { type FileState, readTable } from "./validate/read-table.ts";
import { fileRules } from "./validate/rules/files.ts";

/** What became of one file. */
export interface FileOutcome {
  readonly path: string;
  readonly sha256: string | null;
  readonly source: string | null;
  readonly status: "loaded" | "duplicate" | "failed";
  readonly rows: RowCounts;
  readonly issues: readonly Issue[];
  readonly error: Refusal | null;
}

export interface IngestOptions {
  readonly source?: Source | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * One file's whole journey: receive, extract, map, validate, load. It is acknowledged when its bytes, its rows and its
 * line in the ledger would survive a power cut; a file that is refused loads nothing.
 */
export async function ingestFile(
  home: Home,
  connection: DuckDBConnection,
  reader: FileReader,
  path: string,
  { source, dryRun = false }: IngestOptions = {},
): Promise<FileOutcome> {
  const bytes = await readFile(path);
  const sha256 = hashOf(bytes);
  const failed = (error: Refusal): FileOutcome => ({
    path,
    sha256,
    source: null,
    status: "failed",
    rows: noRows(),
    issues: [],
    error,
  });
  if (await isLoaded(connection, sha256))
    return { path, sha256, source: null, status: "duplicate", rows: noRows(), issues: [], error: null };

  const name = basename(path);
  const extracted = await reader.open(path, name);
  if ("refusal" in extracted) return failed(extracted.refusal);
  try {
    const planned = await plan(name, extracted.format, extracted.sheets, source);
    if ("refusal" in planned) return failed(planned.refusal);

    const received = dryRun
      ? undefined
      : await home.ledger.append({ kind: "received", sha256, name, source: planned.source.name });
    const learnedAt = received ? new Date(received.at) : home.now();
    if (!dryRun) await home.raw.put(sha256, bytes);
    const { counts, issues, refusal } = await loadPlanned(home, connection, planned, {
      sha256,
      name,
      learnedAt,
      sequence: received?.seq ?? 0,
      dryRun,
    });
    if (refusal) return failed(refusal);
    if (!dryRun) await home.ledger.append({ kind: "loaded", sha256, counts });
    return { path, sha256, source: planned.source.name, status: "loaded", rows: counts, issues, error: null };
  } catch (error) {
    if (error instanceof Refused) return failed(refusalOf(error, name));
    throw error;
  } finally {
    await extracted.close();
  }
}

interface Arrival {
  readonly sha256: string;
  readonly name: string;
  readonly learnedAt: Date;
  readonly sequence: number;
  readonly dryRun: boolean;
}

async function loadPlanned(home: Home, connection: DuckDBConnection, planned: Plan, arrival: Arrival) {
  const { sha256, name, learnedAt, sequence, dryRun } = arrival;
  const filing: Filing = { report: sha256.slice(0, 16), learnedAt, pseudonym: pseudonyms(home.keys.pseudonym) };
  const state: FileState = {
    context: { project: null, country: null, period: null, version: null },
    counts: noRows(),
    seen: new Map(),
    synthetic: false,
  };
  const issues: Issue[] = [];

  await connection.run("BEGIN TRANSACTION");
  try {
    for (const { sheet, located } of planned.tables) {
      const { table } = records[located.table.record];
      for await (const batch of readTable(sheet, located, filing, state, planned.source.missing)) {
        await append(connection, table, batch.rows);
        issues.push(...batch.issues);
      }
    }
    for (const sheet of planned.unread) {
      const rows = await countRows(sheet);
      state.counts.read += rows;
      state.counts.skipped += rows;
      if (!sheet.hidden && rows > 0)
        issues.push(issueOf(fileRules["sheet.not-read"], { sheet: sheet.name, row: 1, column: null }, null, { rows }));
    }
    const { counts, context } = state;
    if (counts.read === counts.skipped) {
      await connection.run("ROLLBACK");
      return { counts, issues, refusal: nothingFilledIn(name, planned) };
    }
    await append(
      connection,
      tables.rejection,
      issues.map((issue) => rejectionOf(issue, filing.report, learnedAt)),
    );
    await append(connection, tables.report, [
      {
        report: filing.report,
        sha256,
        sequence,
        name,
        source: planned.source.name,
        project: context.project,
        country: context.country,
        period: context.period?.code ?? null,
        version: context.version ?? 1,
        synthetic: state.synthetic,
        framework_version: framework.version,
        rows_read: counts.read,
        rows_accepted: counts.accepted,
        rows_rejected: counts.rejected,
        rows_quarantined: counts.quarantined,
        rows_skipped: counts.skipped,
        learned_at: learnedAt,
      },
    ]);
    await connection.run(dryRun ? "ROLLBACK" : "COMMIT");
    return { counts, issues };
  } catch (error) {
    await connection.run("ROLLBACK");
    throw error;
  }
}

async function countRows(sheet: { rows(): AsyncIterable<readonly unknown[]> }): Promise<number> {
  let count = 0;
  for await (const rows of sheet.rows()) count += rows.length;
  return count;
}

function nothingFilledIn(name: string, { tables: found }: Plan): Refusal {
  const sheets = found.map(({ sheet }) => `"${sheet.name}"`).join(", ");
  return {
    code: "sheet.empty",
    message: `${name}: nothing is filled in below the header of ${sheets}. Fill in the report and file it again.`,
  };
}
