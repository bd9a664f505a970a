import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type Kept, keptWithin } from "../answers/kept.ts";
import { IatiDocumentQuery, ReportDocumentQuery } from "../contract/documents.ts";
import { Problem, problems } from "../problems.ts";
import { openLine } from "./forked.ts";

const Publisher = z.object({ ref: z.string(), name: z.string() });
/** Who publishes IATI files. */
export type Publisher = z.infer<typeof Publisher>;

const about = { release: z.number().int(), address: z.string() };
/** A file to be made of a release: what it is, of what, and the address that it cites. */
export const DocumentTask = z.discriminatedUnion("kind", [
  z.object({ ...about, kind: z.literal("report"), question: ReportDocumentQuery }),
  z.object({ ...about, kind: z.literal("iati"), question: IatiDocumentQuery, publisher: Publisher.optional() }),
]);
export type DocumentTask = z.infer<typeof DocumentTask>;

/** What is sent to the process that makes it: the task, the home, and where the file goes. */
export const DocumentMade = z.object({ home: z.string(), out: z.string(), task: DocumentTask });

/** A file that is made or under way. */
export interface Making {
  readonly bytes: Promise<Buffer>;
  /** Calls back with each stage, the present one first; gives how to stop. */
  watch(listener: (stage: string) => void): () => void;
}

/** Files that people take away, made when they are asked for and kept for a while. */
export interface Documents {
  /**
   * The file, joined where it is under way already. `version` tells apart what the release's files hold.
   *
   * @throws Problem where this caller asked for too many, or too many wait.
   */
  make(task: DocumentTask, version: string, caller: { readonly name: string; readonly known: boolean }): Making;
  readonly publisher: Publisher | undefined;
  close(): Promise<void>;
}

export interface DocumentsOptions {
  /** The module that makes one file and ends. */
  readonly child: string;
  readonly home: string;
  readonly compilerOptions: string;
  readonly publisher?: Publisher | undefined;
  /** How many files a caller may have made in ten minutes; what is kept or under way already is not counted. */
  readonly perCaller?: number;
  /** How many may wait, of the public and of those signed in each. */
  readonly most?: number;
  readonly say?: (line: string) => void;
  readonly clock?: () => number;
}

const keptBytes = 64 * 1024 * 1024;
const window = 600_000;
const patience = 180_000;
/** What one file takes, about, in seconds: so that whoever has to wait is told how long. */
const each = 8;
/** No keys of ours: the process reads what was published. */
const environment = ["PATH", "HOME", "TMPDIR", "LANG", "TZ"];

/** Makes files in processes of their own, one at a time for the public and one at a time for those signed in. */
export function openDocuments(options: DocumentsOptions): Documents {
  const { child, home, compilerOptions, publisher, perCaller = 20, most = 8 } = options;
  const { say = () => {}, clock = Date.now } = options;
  const full = (waiting: number) => problems.documentsBusy(each * Math.max(1, waiting));
  const line = () => openLine({ child, compilerOptions, environment, most, patience, atClose: "end", full });
  const lines = { open: line(), known: line() };
  const kept: Kept<Buffer> = keptWithin<Buffer>(keptBytes, (bytes) => bytes.length + 1024);
  const underway = new Map<string, Making>();
  const asked = new Map<string, number[]>();
  let closed = false;

  function count(name: string): void {
    const now = clock();
    const lately = (asked.get(name) ?? []).filter((moment) => moment > now - window);
    if (lately.length >= perCaller)
      throw problems.tooManyDocuments(Math.ceil(((lately[0] as number) + window - now) / 1000));
    asked.set(name, [...lately, now]);
    if (asked.size > 10_000) asked.clear();
  }

  function begin(key: string, task: DocumentTask, known: boolean): Making {
    let present = "wait";
    const listeners = new Set<(stage: string) => void>();
    const stage = (name: string) => {
      present = name;
      for (const listener of listeners) listener(name);
    };
    const bytes = write(task, lines[known ? "known" : "open"], stage).catch((error: unknown) => {
      if (closed) throw problems.stopping();
      if (error instanceof Problem) throw error.details.code === "document.none" ? problems.nothingOfIt() : error;
      say(`fault while making ${task.kind} of release ${task.release}: ${(error as Error).message}`);
      throw problems.unexpected();
    });
    const making: Making = {
      bytes,
      watch(listener) {
        listeners.add(listener);
        listener(present);
        return () => listeners.delete(listener);
      },
    };
    underway.set(key, making);
    kept.set(key, bytes);
    const end = () => void underway.delete(key);
    bytes.then(end, end);
    return making;
  }

  async function write(task: DocumentTask, line: ReturnType<typeof openLine>, stage: (name: string) => void) {
    const folder = await mkdtemp(join(tmpdir(), "trama-document-"));
    try {
      const out = join(folder, "file");
      await line.do({ home, out, task } satisfies z.input<typeof DocumentMade>, stage);
      return await readFile(out);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    publisher,
    make(task, version, { name, known }) {
      const key = JSON.stringify([version, task]);
      const running = underway.get(key);
      if (running) return running;
      const found = kept.get(key);
      if (found) return { bytes: found, watch: () => () => {} };
      const line = lines[known ? "known" : "open"];
      if (line.length >= most) throw full(line.length);
      count(name);
      return begin(key, task, known);
    },
    async close() {
      closed = true;
      await Promise.all(Object.values(lines).map((one) => one.close()));
    },
  };
}
