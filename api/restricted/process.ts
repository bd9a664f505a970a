import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { rowsFrom } from "@trama/data/store";
import { problems } from "../problems.ts";
import type { Question, Reply } from "./protocol.ts";

/** Asks compiled questions of files that this process never opens itself. */
export interface ReadingProcess {
  ask(question: Omit<Question, "id">): Promise<readonly Record<string, unknown>[]>;
  end(): void;
}

export interface ReadingLimits {
  /** How long a question may take, in milliseconds; then the process is ended and a new one answers the next. */
  readonly patience: number;
  /** Questions under way at once; more are refused. */
  readonly waiting: number;
}

const child = fileURLToPath(new URL("./child.js", import.meta.url));
const compilerOptions = fileURLToPath(new URL("../../tsconfig.base.json", import.meta.url));
const standardLimits: ReadingLimits = { patience: 60_000, waiting: 100 };

interface Waiting {
  readonly resolve: (rows: readonly Record<string, unknown>[]) => void;
  readonly reject: (error: Error) => void;
  readonly clock: NodeJS.Timeout;
  readonly file: string;
}

/** Makes a reading process; it starts with the first question. */
export function readingProcess({ patience, waiting: most }: ReadingLimits = standardLimits): ReadingProcess {
  let running: ChildProcess | undefined;
  let ended = false;
  let last = 0;
  let turn: Question[] = [];
  const waiting = new Map<number, Waiting>();

  function start(): ChildProcess {
    const forked = fork(child, [], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      // It needs no secret of ours, so it is given none.
      env: { PATH: process.env.PATH, TSX_TSCONFIG_PATH: compilerOptions, UV_THREADPOOL_SIZE: "8" },
    });
    forked.on("message", (reply: Reply) => settle(reply));
    forked.on("error", () => lose(forked));
    forked.on("exit", () => lose(forked));
    return forked;
  }

  function settle(reply: Reply): void {
    const found = waiting.get(reply.id);
    if (!found) return;
    waiting.delete(reply.id);
    clearTimeout(found.clock);
    if (reply.kind === "values") found.resolve(rowsFrom(reply.values));
    else found.reject(reply.kind === "damaged" ? problems.damaged(placeOf(found.file)) : new Error(reply.message));
  }

  /** All that waited for a process that is gone is told so. */
  function lose(gone: ChildProcess): void {
    if (running !== gone) return;
    running = undefined;
    for (const [id, { reject, clock }] of waiting) {
      waiting.delete(id);
      clearTimeout(clock);
      reject(problems.tooSlow());
    }
  }

  /** Sends what was asked this turn. */
  function send(asked: ChildProcess): void {
    const questions: readonly Question[] = turn;
    turn = [];
    try {
      asked.send(questions, (error) => {
        if (error) asked.kill("SIGKILL");
      });
    } catch (error) {
      // Nobody would hear it here: what cannot be sent fails for whoever asked.
      for (const { id } of questions) settle({ id, kind: "failed", message: String(error) });
    }
  }

  return {
    ask(question) {
      if (ended || waiting.size >= most) return Promise.reject(problems.tooManyRequests(1));
      running ??= start();
      const asked = running;
      const id = ++last;
      return new Promise((resolve, reject) => {
        const clock = setTimeout(() => asked.kill("SIGKILL"), patience);
        waiting.set(id, { resolve, reject, clock, file: question.file });
        if (turn.length === 0) process.nextTick(send, asked);
        turn.push({ id, ...question });
      });
    },
    end() {
      ended = true;
      running?.disconnect();
    },
  };
}

/** The file's place in the releases folder, for a message. */
function placeOf(file: string): string {
  return file
    .split(/[\\/]/)
    .slice(file.includes("donors") ? -4 : -3)
    .join("/");
}
