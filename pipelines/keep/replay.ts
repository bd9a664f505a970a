import type { DuckDBConnection } from "@trama/data/store";
import { decisionsFor } from "../decisions/apply.ts";
import { Decision } from "../decisions/decision.ts";
import { openFiled } from "../extract/filed.ts";
import { readRedacted } from "../extract/redacted.ts";
import type { Home } from "../home.ts";
import { loadFile } from "../load/load-file.ts";
import { plan } from "../map/plan.ts";
import { pseudonyms } from "../map/pseudonym.ts";
import { type Filing, type Loading, loadings } from "../receive/filings.ts";
import { wordsOf } from "../receive/words.ts";
import { applyDecision } from "../review/decide.ts";
import { findHeld } from "../review/list.ts";
import { findSource } from "../sources/index.ts";
import type { RowCounts } from "../step.ts";

/** What came of loading everything again. */
export interface Replayed {
  readonly reports: number;
  /** Reports that would not load again: a store without them must not take the place of one that has them. */
  readonly failed: number;
  /** What could not be done again as the ledger tells it, each with its report. */
  readonly differences: readonly string[];
  /** Counts that are not those of the ledger, by the hash of the report. */
  readonly counts: Readonly<Record<string, RowCounts>>;
}

/** Does again, in order, all that the ledger says was loaded and reviewed, into an empty working store. */
export async function replay(
  home: Home,
  connection: DuckDBConnection,
  progress: (reports: number) => void = () => {},
): Promise<Replayed> {
  const differences: string[] = [];
  const counts: Record<string, RowCounts> = {};
  let reports = 0;
  let failed = 0;
  for (const loading of loadings(home.ledger.lines())) {
    if (loading.kind === "reviewed") {
      await review(home, connection, loading);
      continue;
    }
    const { filing } = loading;
    const found = await load(home, connection, filing).catch((error: Error) => error.message);
    const report = `report ${filing.sha256.slice(0, 16)}`;
    if (typeof found === "string") {
      failed += 1;
      differences.push(`${report}: ${found}`);
    } else if (JSON.stringify(found) !== JSON.stringify(filing.counts)) {
      counts[filing.sha256] = found;
      if (filing.raw === filing.sha256)
        differences.push(
          `${report}: ${found.accepted} rows accepted of ${found.read}, the ledger says ${filing.counts.accepted} of ${filing.counts.read}`,
        );
    }
    reports += 1;
    progress(reports);
  }
  return { reports, failed, differences, counts };
}

/**
 * Loads one filed report by the same road as at first; gives its counts, or why it would not load. With a trial copy it
 * only says what would come of that.
 */
export async function load(
  home: Home,
  connection: DuckDBConnection,
  filing: Filing,
  trial?: { readonly name: string; readonly bytes: Buffer },
): Promise<RowCounts | string> {
  const { sha256, raw, sequence, published, acceptRevision } = filing;
  const name = trial?.name ?? (await home.raw.nameOf(raw ?? sha256));
  const { format, sheets } = trial ? readRedacted(trial.bytes) : await openFiled(home, sha256);
  const planned = await plan(name, format, sheets, findSource(filing.source));
  if ("refusal" in planned) return planned.refusal.message;
  const words = await wordsOf(home, filing.decisions);
  const decisions = decisionsFor(words === null ? [] : Decision.array().parse(JSON.parse(words)), name, sha256);
  const redacted = trial !== undefined || raw !== sha256;
  const loaded = await loadFile(
    connection,
    planned,
    {
      report: sha256.slice(0, 16),
      learnedAt: new Date(filing.at),
      pseudonym: pseudonyms(home.keys.pseudonym),
    },
    redacted ? { ...decisions, unused: () => [] } : decisions,
    { sha256, name, sequence, published, acceptRevision, dryRun: trial !== undefined, sealed: Promise.resolve() },
  );
  return "refusal" in loaded ? loaded.refusal.message : loaded.counts;
}

/** Applies a person's decision again. What an erasure took away cannot be decided about and needs not. */
export async function review(
  home: Home,
  connection: DuckDBConnection,
  { held, decision, reason, at }: Extract<Loading, { kind: "reviewed" }>,
): Promise<void> {
  const thing = await findHeld(connection, held);
  if (!thing || (thing.decision && thing.kind !== "statement")) return;
  await applyDecision(home, connection, thing, decision, await wordsOf(home, reason), new Date(at));
}
