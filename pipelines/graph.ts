import { basename, join } from "node:path";
import type { DuckDBConnection } from "@trama/data/store";
import { decisionsFor } from "./decisions/apply.ts";
import { readDecisions } from "./decisions/decision.ts";
import type { Extracted } from "./extract/extract.ts";
import { Refused, refusalOf } from "./extract/refused.ts";
import type { FileReader } from "./extract/safely/reader.ts";
import type { Home } from "./home.ts";
import type { Change } from "./load/compare.ts";
import { loadFile } from "./load/load-file.ts";
import type { Reach } from "./load/reach.ts";
import { isLoaded } from "./load/working.ts";
import { type Plan, plan } from "./map/plan.ts";
import { pseudonyms } from "./map/pseudonym.ts";
import { hashFile } from "./receive/durable.ts";
import { whereIs } from "./receive/filings.ts";
import { FileChanged } from "./receive/raw-store.ts";
import { keepWords } from "./receive/words.ts";
import type { Source } from "./sources/index.ts";
import { type Issue, noRows, type Refusal, type RowCounts } from "./step.ts";

/** What became of one file. */
export interface FileOutcome {
  readonly path: string;
  readonly sha256: string | null;
  readonly source: string | null;
  readonly status: "loaded" | "duplicate" | "failed";
  readonly rows: RowCounts;
  /** The first 10,000 of each severity. */
  readonly issues: readonly Issue[];
  /** How many more the working store's `rejection` has. */
  readonly unlisted: number;
  /** Scores that it changes in earlier reports. */
  readonly changes: readonly Change[];
  readonly error: Refusal | null;
}

export interface IngestOptions {
  readonly source?: Source | undefined;
  readonly dryRun?: boolean | undefined;
  /** Load rows that change a published score instead of holding them. */
  readonly acceptRevision?: boolean | undefined;
  /** Refuse a report with rows beyond; left out, who files reaches everywhere. */
  readonly within?: Reach | undefined;
  /** What has been begun of it before. */
  readonly begun?: Begun | undefined;
  /** Told of each stage as it begins. */
  readonly stage?: ((stage: "read" | "load") => void) | undefined;
}

/** What may be found out of a file before it is known whether it was filed before; what is left out is done in its turn. */
export interface Begun {
  readonly hashed: Promise<{ readonly sha256: string }>;
  readonly extracted?: Promise<Extracted | { readonly refusal: Refusal }>;
  readonly planned?: Promise<Plan | { readonly refusal: Refusal }>;
}

/** Begins to hash a file. */
export function begin(path: string): Begun {
  const hashed = hashFile(path);
  hashed.catch(() => {});
  return { hashed };
}

/** Begins to hash and to read a file of plain text, which may be left alone again: there is nothing to close. */
export function beginReading(reader: FileReader, path: string, source: Source | undefined): Begun {
  const name = basename(path);
  const extracted = reader.open(path, name);
  const planned = extracted.then((found) =>
    "refusal" in found ? found : plan(name, found.format, found.sheets, source),
  );
  planned.catch(() => {});
  return { ...begin(path), extracted, planned };
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
  options: IngestOptions = {},
): Promise<FileOutcome> {
  const { source, dryRun = false, acceptRevision = false, within, begun, stage = () => {} } = options;
  const { sha256 } = await (begun?.hashed ?? hashFile(path));
  const name = basename(path);
  const outcome = (status: FileOutcome["status"], more: Partial<FileOutcome>): FileOutcome => ({
    path,
    sha256,
    source: null,
    status,
    rows: noRows(),
    issues: [],
    unlisted: 0,
    changes: [],
    error: null,
    ...more,
  });
  if ((await isLoaded(connection, sha256)) || whereIs(home.ledger.lines(), sha256) !== sha256)
    return outcome("duplicate", {});

  stage("read");
  const extracted = await (begun?.extracted ?? reader.open(path, name));
  if ("refusal" in extracted) return outcome("failed", { error: extracted.refusal });
  try {
    const planned = await (begun?.planned ?? plan(name, extracted.format, extracted.sheets, source));
    if ("refusal" in planned) return outcome("failed", { error: planned.refusal });

    const decisions = decisionsFor(await readDecisions(join(home.folder, "decisions")), name, sha256);
    const received = dryRun
      ? undefined
      : await home.ledger.append({
          kind: "received",
          sha256,
          source: planned.source.name,
          acceptRevision,
          decisions: await keepWords(home, decisions.bearing.length === 0 ? null : JSON.stringify(decisions.bearing)),
        });
    const sealed = dryRun ? Promise.resolve() : home.raw.putFile(sha256, path, name);
    sealed.catch(() => {});
    const filing = {
      report: sha256.slice(0, 16),
      learnedAt: received ? new Date(received.at) : home.now(),
      pseudonym: pseudonyms(home.keys.pseudonym),
    };
    const published = home.ledger.lines().findLast(({ deed }) => deed.kind === "published")?.seq ?? 0;
    const arrival = { sha256, name, sequence: received?.seq ?? 0, published, acceptRevision, dryRun, within, sealed };
    stage("load");
    const loaded = await loadFile(connection, planned, filing, decisions, arrival).finally(() => sealed);
    if ("refusal" in loaded) return outcome("failed", { error: loaded.refusal });

    const { counts, issues, unlisted, changes } = loaded;
    if (!dryRun) await home.ledger.append({ kind: "loaded", sha256, counts, decisions: [...decisions.used] });
    return outcome("loaded", { source: planned.source.name, rows: counts, issues, unlisted, changes });
  } catch (error) {
    if (error instanceof FileChanged) return outcome("failed", { error: changedMeanwhile(name) });
    if (error instanceof Refused) return outcome("failed", { error: refusalOf(error, name) });
    throw error;
  } finally {
    await extracted.close();
  }
}

function changedMeanwhile(name: string): Refusal {
  return {
    code: "file.changed",
    message: `${name} was written to while it was being read. Close it where it is open, and file it again.`,
  };
}
