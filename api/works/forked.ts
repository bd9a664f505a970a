import { type ChildProcess, fork } from "node:child_process";
import { z } from "zod";
import { type Problem, problems } from "../problems.ts";

const Told = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stage"), stage: z.string() }),
  z.object({ kind: z.literal("done"), value: z.unknown() }),
  z.object({ kind: z.literal("refused"), code: z.string(), message: z.string() }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
]);

/** Has tasks done one after another, each in a process of its own. */
export interface Line {
  /** Rejects with a problem where the task was refused, or the line is full. */
  do(task: object, stage?: (name: string) => void): Promise<unknown>;
  /** Tasks that wait or are under way. */
  readonly length: number;
  /** Resolves when nothing is under way any more, or after a while: a process that is not ended goes on by itself. */
  close(): Promise<void>;
}

export interface LineOptions {
  /** The module that does one task and ends. */
  readonly child: string;
  readonly compilerOptions: string;
  /** What the process may know of this one's environment. */
  readonly environment: readonly string[];
  /** How many tasks may wait. */
  readonly most: number;
  /** How long one may take, in milliseconds. */
  readonly patience: number;
  /** What becomes of tasks when the line is closed: what was acknowledged is finished, what can be asked for again is ended. */
  readonly atClose: "finish" | "end";
  /** Told to whoever finds the line full; `waiting` is how many are before. */
  readonly full: (waiting: number) => Problem;
}

export function openLine({ child, compilerOptions, environment, most, patience, atClose, full }: LineOptions): Line {
  let waiting = 0;
  let closed = false;
  let running: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const env: NodeJS.ProcessEnv = { TSX_TSCONFIG_PATH: compilerOptions };
  for (const name of environment) if (process.env[name] !== undefined) env[name] = process.env[name];

  return {
    get length() {
      return waiting;
    },
    do(task, stage = () => {}) {
      if (closed || waiting >= most) return Promise.reject(full(waiting));
      waiting += 1;
      const mine = last.then(() => {
        if (closed && atClose === "end") throw full(waiting);
        const forked = fork(child, [], { env, stdio: ["ignore", "ignore", "ignore", "ipc"] });
        running = forked;
        return ended(forked, task, stage, patience);
      });
      last = mine.then(
        () => (waiting -= 1),
        () => (waiting -= 1),
      );
      return mine;
    },
    async close() {
      closed = true;
      if (atClose === "end") running?.kill("SIGKILL");
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
      reject(new Error("The process ended before its work was done."));
    });
    forked.send(task);
  });
}
