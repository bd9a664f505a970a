import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { type FileReader, fileReader } from "./extract/safely/reader.ts";
import { type Begun, begin, beginReading, type FileOutcome, type IngestOptions, ingestFile } from "./graph.ts";
import { type Home, openHome, placesOf } from "./home.ts";
import { settle } from "./keep/settle.ts";
import { openToLoad } from "./load/working.ts";
import { takeLock } from "./receive/lock.ts";
import { walk } from "./receive/walk.ts";
import { noRows, type RowCounts } from "./step.ts";
import { storageTrouble } from "./trouble.ts";

/** What became of a whole batch, in the shape that `trama ingest --json` prints. */
export interface IngestOutcome {
  readonly files: readonly FileOutcome[];
  readonly totals: RowCounts & { readonly files: number };
}

export interface BatchOptions extends IngestOptions {
  /** Called after each file. */
  readonly progress?: (outcome: FileOutcome) => void;
  /** How long to wait for another writer, in milliseconds. */
  readonly patience?: number;
}

/** Files everything under the given paths; one file's trouble never touches another's. */
export async function ingest(
  folder: string,
  now: () => Date,
  paths: readonly string[],
  options: BatchOptions = {},
): Promise<IngestOutcome> {
  const reader = fileReader();
  try {
    const text = paths[0] !== undefined && (await reader.prepare(paths[0]));
    return await withHome(folder, now, "ingest", options.patience ?? 0, (home) =>
      ingestInto(home, reader, paths, begunAhead(reader, paths, text, options), options),
    );
  } finally {
    reader.end();
  }
}

async function ingestInto(
  home: Home,
  reader: FileReader,
  paths: readonly string[],
  begun: (path: string) => Begun | undefined,
  options: BatchOptions,
): Promise<IngestOutcome> {
  const store = await openToLoad(home.working);
  const connection = await store.connect();
  const files: FileOutcome[] = [];
  try {
    for await (const { path, refusal } of walk(paths)) {
      const outcome = refusal
        ? refused(path, refusal)
        : await ingestFile(home, connection, reader, path, { ...options, begun: begun(path) }).catch(
            (error: unknown) => {
              const trouble = storageTrouble(error, home.folder);
              if (!trouble) throw error;
              return refused(path, { code: "home.trouble", message: trouble.message });
            },
          );
      files.push(outcome);
      options.progress?.(outcome);
    }
  } finally {
    connection.closeSync();
    store.close();
  }
  return { files, totals: total(files) };
}

/** Begins the first file while the store is opened; what is given of it is given once. */
function begunAhead(
  reader: FileReader,
  [first]: readonly string[],
  text: boolean,
  { source }: BatchOptions,
): (path: string) => Begun | undefined {
  let ahead = first === undefined ? undefined : text ? beginReading(reader, first, source) : begin(first);
  return (path) => {
    const begun = path === first ? ahead : undefined;
    ahead = undefined;
    return begun;
  };
}

/**
 * Does work on a home while holding its one writing place. What a stopped process left half done is finished first,
 * unless the work is about finding or mending that itself.
 */
export async function withHome<T>(
  folder: string,
  now: () => Date,
  doing: string,
  patience: number,
  work: (home: Home) => Promise<T>,
  { settling = true }: { readonly settling?: boolean } = {},
): Promise<T> {
  const { lock } = placesOf(folder);
  try {
    await mkdir(dirname(lock), { recursive: true, mode: 0o700 });
    const release = await takeLock(lock, doing, patience);
    try {
      const home = await openHome(folder, now);
      if (settling) await settle(home);
      return await work(home);
    } finally {
      await release().catch(() => {});
    }
  } catch (error) {
    throw storageTrouble(error, placesOf(folder).folder) ?? error;
  }
}

/** Exit code of a batch: 0 all handled, 3 some refused, rejected or held, 1 nothing handled. */
export function exitCodeOf({ files, totals }: IngestOutcome): 0 | 1 | 3 {
  const handled = files.some(({ status, rows }) => status === "duplicate" || rows.accepted + rows.quarantined > 0);
  if (!handled) return 1;
  const trouble = totals.rejected + totals.quarantined > 0 || files.some(({ status }) => status === "failed");
  return trouble ? 3 : 0;
}

function refused(path: string, error: FileOutcome["error"]): FileOutcome {
  return {
    path,
    sha256: null,
    source: null,
    status: "failed",
    rows: noRows(),
    issues: [],
    unlisted: 0,
    changes: [],
    error,
  };
}

function total(files: readonly FileOutcome[]): IngestOutcome["totals"] {
  const sum = noRows();
  for (const { rows } of files) for (const key of Object.keys(sum) as (keyof RowCounts)[]) sum[key] += rows[key];
  return { files: files.length, ...sum };
}
