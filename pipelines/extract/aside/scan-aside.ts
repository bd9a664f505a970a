import { Worker } from "node:worker_threads";
import type { CodedRows } from "../../step.ts";
import { type Delimited, type Scan, scanInput } from "../csv-input.ts";
import type { Input } from "../input.ts";
import { Refused } from "../refused.ts";
import { type Answer, type Request, turn } from "./protocol.ts";

/** Scans large delimited files in a thread of its own, so that their rows are judged and loaded meanwhile. */
export interface AsideScanner {
  /** Starts the thread where it is worth it for the file: it is ready by the time its rows are asked for. */
  prepare(input: Input): void;
  readonly scan: Scan;
  /** Ends the thread. */
  end(): void;
}

/** Bytes from which on a thread is worth its start. */
const worthwhile = 4 << 20;
/** Bytes beyond which the little that a thread gains is not worth the memory it takes beside a load of that size. */
const tooLarge = 128 << 20;

/** Makes a scanner. A thread serves one file and ends with it: a load is largest in memory when it is committed. */
export function asideScanner(from = worthwhile): AsideScanner {
  let thread: Thread | undefined;
  let busy = false;
  const worth = ({ path, size }: Input) => path !== null && size >= from && size <= tooLarge;

  async function* scan(input: Input, how: Delimited, places: readonly number[]): AsyncGenerator<CodedRows> {
    const { path } = input;
    if (path === null || !worth(input) || busy) return yield* scanInput(input, how, places);
    thread = thread?.alive ? thread : startThread();
    const own = thread;
    const texts = places.map((): (string | null)[] => []);
    let taken = 0;
    busy = true;
    try {
      own.ask({ kind: "scan", path, how, places });
      for (;;) {
        const said = await own.next();
        if (said.kind === "end") return;
        if (said.kind === "refused") throw new Refused(said.code, said.message);
        if (said.kind === "failed") throw Object.assign(new Error(said.message), { code: said.code });
        const { count, numbers } = said;
        const columns = said.columns.map(({ fresh, texts: more }, index) => {
          if (fresh) texts[index] = [];
          const known = texts[index] as (string | null)[];
          for (const text of more) known.push(text);
          return { texts: known, codes: numbers.subarray((index + 1) * count, (index + 2) * count) };
        });
        yield { count, rows: numbers.subarray(0, count), columns };
        taken += said.bytes;
        if (taken >= turn) {
          own.ask({ kind: "taken", bytes: taken });
          taken = 0;
        }
      }
    } finally {
      busy = false;
      own.end();
      thread = undefined;
    }
  }

  return {
    prepare(input) {
      if (worth(input)) thread = thread?.alive ? thread : startThread();
    },
    scan,
    end: () => thread?.end(),
  };
}

interface Thread {
  readonly alive: boolean;
  ask(request: Request): void;
  next(): Promise<Answer>;
  end(): void;
}

function startThread(): Thread {
  const worker = new Worker(new URL("./thread.js", import.meta.url), { execArgv: [] });
  const waiting: Answer[] = [];
  let alive = true;
  let failure: unknown;
  let taken: { resolve(answer: Answer): void; reject(error: unknown): void } | undefined;
  const fail = (error: unknown) => {
    alive = false;
    failure ??= error;
    taken?.reject(failure);
    taken = undefined;
  };
  worker.unref();
  worker.on("message", (said: Answer) => {
    if (taken) taken.resolve(said);
    else waiting.push(said);
    taken = undefined;
  });
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("The thread that scans files ended.")));
  return {
    get alive() {
      return alive;
    },
    ask: (request) => worker.postMessage(request),
    next() {
      const said = waiting.shift();
      if (said) return Promise.resolve(said);
      if (!alive) return Promise.reject(failure);
      return new Promise((resolve, reject) => {
        taken = { resolve, reject };
      });
    },
    end() {
      alive = false;
      void worker.terminate();
    },
  };
}
