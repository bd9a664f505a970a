import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { RawRow, Refusal } from "../../step.ts";
import { asideScanner } from "../aside/scan-aside.ts";
import { type Extracted, extract } from "../extract.ts";
import { fileInput } from "../input.ts";
import { recognise } from "../recognise.ts";
import { Refused, refusalOf } from "../refused.ts";
import { sheetOfHead } from "./head.ts";
import type { Answer, Request } from "./protocol.ts";

/** How much the reading process may take before it is killed. */
export interface ReaderLimits {
  /** Silence after which it is taken to hang, in milliseconds. */
  readonly patience: number;
  /** Memory of the whole process, in megabytes. */
  readonly memory: number;
}

/** Reads files in a process of its own. One file at a time: a file is closed before the next is opened. */
export interface FileReader {
  /**
   * Starts what reading this file will need, so that it is ready by then; a path that is no such file is passed over. Whether
   * it is plain text, which may be opened and left alone again.
   */
  prepare(path: string): Promise<boolean>;
  open(path: string, name?: string): Promise<Extracted | { readonly refusal: Refusal }>;
  /** Ends the process. */
  end(): void;
}

const standardLimits: ReaderLimits = { patience: 60_000, memory: 450 };
const child = fileURLToPath(new URL("./child.js", import.meta.url));
const compilerOptions = fileURLToPath(new URL("../../../tsconfig.base.json", import.meta.url));
const startWithin = 60_000;
const watchEvery = 100;

/**
 * Makes a reader. The process starts with the first file that needs it and serves all that follow; when one hangs or
 * takes too much, it is killed, that file is refused, and the next gets a new process. Plain text is read where it is
 * asked for: its reader holds a line at a time and cannot be made to expand. A large text file is scanned in a thread.
 */
export function fileReader(limits: ReaderLimits = standardLimits): FileReader {
  let process_: ReadingProcess | undefined;
  const aside = asideScanner();
  return {
    async prepare(path) {
      const input = await fileInput(path).catch(() => undefined);
      if (!input || (await recognise(input).catch(() => undefined)) !== "text") return false;
      aside.prepare(input);
      return true;
    },
    async open(path, name) {
      const input = await fileInput(path, name);
      if ((await recognise(input)) === "text") {
        aside.prepare(input);
        return extract(input, aside.scan);
      }
      process_ = process_?.alive ? process_ : startProcess(limits);
      return openThrough(process_, path, input.name);
    },
    end() {
      process_?.kill();
      aside.end();
    },
  };
}

async function openThrough(
  reading: ReadingProcess,
  path: string,
  name: string,
): Promise<Extracted | { readonly refusal: Refusal }> {
  try {
    await reading.started;
    reading.ask({ kind: "open", path, name });
    const opened = await reading.next();
    if (opened.kind === "refused") return { refusal: refusalOf(refusedOf(opened), name) };
    if (opened.kind !== "opened") throw new Error(`The reading process answered ${opened.kind}.`);
    const sheets = opened.sheets.map((head, index) => sheetOfHead(head, () => rowsThrough(reading, index)));
    return { format: opened.format, sheets, close: () => reading.ask({ kind: "close" }) };
  } catch (error) {
    if (error instanceof Refused) return { refusal: refusalOf(error, name) };
    throw error;
  }
}

function refusedOf({ code, message }: { readonly code: string; readonly message: string }): Refused {
  return new Refused(code, message);
}

async function* rowsThrough(reading: ReadingProcess, sheet: number): AsyncGenerator<readonly RawRow[]> {
  reading.ask({ kind: "rows", sheet });
  let ended = false;
  try {
    for (;;) {
      const answer = await reading.next();
      if (answer.kind === "refused") {
        ended = true;
        throw refusedOf(answer);
      }
      if (answer.kind !== "batch") {
        ended = true;
        return;
      }
      reading.ask({ kind: "more" });
      yield answer.rows;
    }
  } finally {
    if (!ended && reading.alive) await stop(reading);
  }
}

async function stop(reading: ReadingProcess): Promise<void> {
  reading.ask({ kind: "stop" });
  for (;;) {
    const { kind } = await reading.next();
    if (kind === "stopped" || kind === "end" || kind === "refused") return;
  }
}

interface ReadingProcess {
  readonly alive: boolean;
  /** Settles when it listens. */
  readonly started: Promise<void>;
  ask(request: Request): void;
  /** Its next answer; a Refused when it had to be killed. */
  next(): Promise<Exclude<Answer, { kind: "ready" | "failed" }>>;
  kill(): void;
}

function startProcess({ patience, memory }: ReaderLimits): ReadingProcess {
  const forked = fork(child, [], {
    serialization: "advanced",
    execArgv: [`--max-old-space-size=${Math.round(memory * 0.7)}`],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    // It needs no secret of ours, so it is given none.
    env: { PATH: process.env.PATH, TSX_TSCONFIG_PATH: compilerOptions },
  });
  const answers: Answer[] = [];
  let ended: Refused | Error | undefined;
  let wake = () => {};
  const finish = (why: Refused | Error) => {
    ended ??= why;
    forked.kill("SIGKILL");
    wake();
  };
  forked.on("message", (answer: Answer) => {
    answers.push(answer);
    wake();
  });
  forked.on("error", (error) => finish(error));
  forked.on("exit", () => finish(tooMuch("it needs more memory than a report may take")));
  // A process that waits for nothing must not keep this one alive.
  forked.unref();
  forked.channel?.unref();

  const waitFor = async (patience: number): Promise<Answer> => {
    forked.ref();
    forked.channel?.ref();
    const watch = watchMemory(forked, memory, () => finish(tooMuch("it needs more memory than a report may take")));
    const clock = setTimeout(() => finish(tooMuch("reading it came to no end")), patience);
    try {
      for (;;) {
        const answer = answers.shift();
        if (answer) return answer;
        if (ended) throw ended;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      clearTimeout(clock);
      clearInterval(watch);
      forked.unref();
      forked.channel?.unref();
    }
  };
  const started = waitFor(startWithin).then(() => {});
  started.catch(() => {});

  return {
    started,
    get alive() {
      return ended === undefined;
    },
    ask(request) {
      if (ended === undefined) forked.send(request);
    },
    async next() {
      const answer = await waitFor(patience);
      if (answer.kind === "failed") throw new Error(answer.message);
      if (answer.kind === "ready") throw new Error("The reading process started twice.");
      return answer;
    },
    kill: () => finish(new Error("The reading process was ended.")),
  };
}

function watchMemory({ pid }: ChildProcess, memory: number, tooLarge: () => void): NodeJS.Timeout {
  return setInterval(async () => {
    const status = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => undefined);
    if (status && (Number(status.split(" ")[1]) * 4096) / (1 << 20) > memory) tooLarge();
  }, watchEvery);
}

function tooMuch(why: string): Refused {
  return new Refused("file.too-much", `could not be read: ${why}. Split the report, or file it as CSV.`);
}
