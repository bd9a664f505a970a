import { type ChildProcess, fork } from "node:child_process";
import { z } from "zod";
import { problems } from "../problems.ts";

/** How far somebody reaches who asks for work in the home; null everywhere. */
export interface WorkReach {
  readonly countries: readonly string[];
  readonly projects: readonly string[];
}

/** Work in the home that a pipeline process does at request. */
export type Work =
  | {
      readonly kind: "file";
      readonly path: string;
      readonly marked: string;
      readonly reach: WorkReach | null;
      readonly acceptRevision: boolean;
      readonly dryRun: boolean;
    }
  | { readonly kind: "held"; readonly reach: WorkReach | null }
  | { readonly kind: "show"; readonly reach: WorkReach | null; readonly held: string }
  | {
      readonly kind: "decide";
      readonly reach: WorkReach | null;
      readonly held: string;
      readonly decision: "released" | "refused" | "cleared";
      readonly reason: string | null;
    }
  | { readonly kind: "draft"; readonly reach: WorkReach }
  | { readonly kind: "publish"; readonly note: string | null };

const Told = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stage"), stage: z.string() }),
  z.object({ kind: z.literal("done"), value: z.unknown() }),
  z.object({ kind: z.literal("refused"), code: z.string(), message: z.string() }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
]);

/** Has work done in the home, one piece after another, each in a process of its own. */
export interface Works {
  /** Rejects with a problem where the work was refused. */
  do(work: Work, stage?: (name: string) => void): Promise<unknown>;
  /** Resolves when nothing is under way any more, or after a while: the process goes on by itself. New work is refused. */
  close(): Promise<void>;
}

export interface WorksOptions {
  /** The pipeline's module that does one task and ends. */
  readonly child: string;
  readonly home: string;
  readonly compilerOptions: string;
  /** How many pieces of work may wait. */
  readonly most?: number;
  /** How long one may take, in milliseconds. */
  readonly patience?: number;
}

const wanted = ["PATH", "HOME", "XDG_CONFIG_HOME", "TRAMA_KEYS", "TMPDIR", "LANG", "TZ"] as const;

export function openWorks({ child, home, compilerOptions, most = 20, patience = 1_800_000 }: WorksOptions): Works {
  let waiting = 0;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();
  const env: NodeJS.ProcessEnv = { TSX_TSCONFIG_PATH: compilerOptions };
  for (const name of wanted) if (process.env[name] !== undefined) env[name] = process.env[name];

  return {
    do(work, stage = () => {}) {
      if (closed || waiting >= most) return Promise.reject(problems.tooManyRequests(30));
      waiting += 1;
      const mine = last.then(() => {
        const forked = fork(child, [], { env, stdio: ["ignore", "ignore", "ignore", "ipc"] });
        return ended(forked, { ...work, home }, stage, patience);
      });
      last = mine.then(
        () => (waiting -= 1),
        () => (waiting -= 1),
      );
      return mine;
    },
    async close() {
      closed = true;
      await Promise.race([last, new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
    },
  };
}

function ended(forked: ChildProcess, task: object, stage: (name: string) => void, patience: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => forked.kill("SIGKILL"), patience);
    forked.on("message", (message) => {
      const told = Told.parse(message);
      switch (told.kind) {
        case "stage":
          return stage(told.stage);
        case "done":
          return resolve(told.value);
        case "refused":
          return reject(problems.workRefused(told.code, told.message));
        case "failed":
          return reject(new Error(told.message));
      }
    });
    forked.once("error", reject);
    forked.once("exit", () => {
      clearTimeout(clock);
      reject(new Error("The pipeline process ended before its work was done."));
    });
    forked.send(task);
  });
}
