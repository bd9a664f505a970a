import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import type { Accounts } from "../accounts/accounts.ts";
import { FiledOutcome } from "../contract/reports.ts";
import { Problem } from "../problems.ts";
import { sealedFolder } from "./sealed-folder.ts";
import type { WorkReach, Works } from "./works.ts";

/** A report that somebody filed over HTTP. */
export interface Submission {
  readonly id: string;
  readonly account: string;
  readonly status: "waiting" | "filing" | "done" | "refused";
  readonly stage: string | null;
  readonly dry_run: boolean;
  readonly sent_at: string;
  readonly done_at: string | null;
}

export type Outcome = z.infer<typeof FiledOutcome>;

/** Reports filed over HTTP: where each stands, and what came of it. */
export interface Submissions {
  /** A folder to receive one report in, of its own. */
  spool(): Promise<{ readonly id: string; readonly folder: string }>;
  /** Begins to file the report that lies in the spool; goes on without being waited for. */
  begin(spooled: { readonly id: string; readonly path: string }, by: string, how: How): Submission;
  find(id: string): Submission | undefined;
  of(account: string): Submission[];
  outcome(id: string): Promise<Outcome | undefined>;
  workbook(id: string): Promise<Buffer | undefined>;
  /** Called at each change until it is done; gives how to stop listening. */
  watch(id: string, listener: (submission: Submission) => void): () => void;
  /** Resolves when it is done. */
  done(id: string): Promise<void>;
}

export interface How {
  readonly reach: WorkReach | null;
  readonly acceptRevision: boolean;
  readonly dryRun: boolean;
}

/** How long an outcome can be asked for. */
const keptFor = 30 * 24 * 3600 * 1000;

/**
 * Keeps what came of reports that were filed over HTTP: where each stands in the accounts file, without anything of the
 * report; outcome and marked workbook sealed in `filed/`, since they repeat words of the report.
 */
export async function openSubmissions(
  home: string,
  { file, secrets }: Accounts,
  works: Works,
  now: () => Date,
  say: (line: string) => void,
): Promise<Submissions> {
  const folder = join(home, "filed");
  const kept = sealedFolder(folder, secrets.session);
  await rm(join(folder, "spool"), { recursive: true, force: true });
  await kept.forget(keptFor, now().getTime());
  file.run(`CREATE TABLE IF NOT EXISTS trama_submission (id TEXT PRIMARY KEY, account TEXT NOT NULL, status TEXT NOT NULL,
    stage TEXT, dry_run INTEGER NOT NULL, sent_at TEXT NOT NULL, done_at TEXT)`);
  // Whatever a stopped server left under way was acknowledged to nobody; the ledger says whether it was loaded.
  file.run("UPDATE trama_submission SET status = 'refused', stage = 'stopped' WHERE status IN ('waiting', 'filing')");
  const listeners = new Map<string, Set<(submission: Submission) => void>>();
  const under = new Map<string, Promise<void>>();

  const find = (id: string) => {
    const row = file.get<Omit<Submission, "dry_run"> & { dry_run: number }>(
      "SELECT id, account, status, stage, dry_run, sent_at, done_at FROM trama_submission WHERE id = ?",
      id,
    );
    return row && { ...row, dry_run: row.dry_run === 1 };
  };
  const change = (id: string, status: Submission["status"], stage: string | null) => {
    const done = status === "done" || status === "refused" ? now().toISOString() : null;
    file.run("UPDATE trama_submission SET status = ?, stage = ?, done_at = ? WHERE id = ?", status, stage, done, id);
    const submission = find(id);
    if (submission) for (const listener of listeners.get(id) ?? []) listener(submission);
  };

  async function fileIt(id: string, path: string, how: How): Promise<void> {
    const marked = join(folder, "spool", id, ".marked");
    let outcome: Outcome;
    try {
      const stage = (name: string) => change(id, "filing", name);
      outcome = FiledOutcome.parse(await works.do({ kind: "file", path, marked, ...how }, stage));
      if (outcome.marked) await kept.put(`${id}.workbook`, await readFile(marked));
    } catch (error) {
      if (!(error instanceof Problem)) say(`fault while filing ${id}: ${(error as Error).name}`);
      const { code, detail } =
        error instanceof Problem ? error.details : { code: "unexpected", detail: "The fault is ours. File it again." };
      outcome = refused(code, detail);
    }
    await kept.put(`${id}.outcome`, Buffer.from(JSON.stringify(outcome)));
    await rm(join(folder, "spool", id), { recursive: true, force: true });
    change(id, outcome.status === "failed" ? "refused" : "done", null);
  }

  return {
    find,
    async spool() {
      const id = randomBytes(12).toString("hex");
      const place = join(folder, "spool", id);
      await mkdir(place, { recursive: true, mode: 0o700 });
      return { id, folder: place };
    },
    begin({ id, path }, account, how) {
      file.run(
        "INSERT INTO trama_submission (id, account, status, stage, dry_run, sent_at) VALUES (?, ?, 'waiting', NULL, ?, ?)",
        id,
        account,
        how.dryRun ? 1 : 0,
        now().toISOString(),
      );
      const filing = fileIt(id, path, how)
        .catch((error: Error) => say(`fault while filing ${id}: ${error.name}`))
        .finally(() => under.delete(id));
      under.set(id, filing);
      return find(id) as Submission;
    },
    of: (account) =>
      file
        .all<{ id: string }>(
          "SELECT id FROM trama_submission WHERE account = ? ORDER BY sent_at DESC LIMIT 200",
          account,
        )
        .map(({ id }) => find(id) as Submission),
    async outcome(id) {
      const bytes = await kept.get(`${id}.outcome`);
      return bytes && FiledOutcome.parse(JSON.parse(bytes.toString("utf8")));
    },
    workbook: (id) => kept.get(`${id}.workbook`),
    watch(id, listener) {
      const all = listeners.get(id) ?? new Set();
      listeners.set(id, all.add(listener));
      return () => {
        all.delete(listener);
        if (all.size === 0) listeners.delete(id);
      };
    },
    done: async (id) => under.get(id),
  };
}

function refused(code: string, message: string): Outcome {
  return {
    sha256: null,
    source: null,
    status: "failed",
    rows: { read: 0, accepted: 0, rejected: 0, quarantined: 0, skipped: 0 },
    issues: [],
    unlisted: 0,
    changes: [],
    error: { code, message },
    marked: false,
  };
}
