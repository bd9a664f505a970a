import { Worker } from "node:worker_threads";
import type { CodedRows } from "../../step.ts";
import { columnsOf } from "../csv-groups.ts";
import { type Delimited, type Scan, scanHere } from "../csv-input.ts";
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

/** What the thread makes either lasts as long as a dictionary or is sent at once: it needs little room for what is new. */
const maxYoungGenerationSizeMb = 8;

/** Makes a scanner. A thread serves one file and ends with it: a load is largest in memory when it is committed. */
export function asideScanner(from = worthwhile): AsideScanner {
  let thread: Thread | undefined;
  let busy = false;
  const worth = ({ path, size }: Input) => path !== null && size >= from;

  async function* scan(
    input: Input,
    how: Delimited,
    groups: readonly (readonly number[])[],
  ): AsyncGenerator<CodedRows> {
    const { path } = input;
    if (path === null || !worth(input) || busy) return yield* scanHere(input, how, groups);
    thread = thread?.alive ? thread : startThread();
    const own = thread;
    const coded = received(groups);
    let taken = 0;
    busy = true;
    try {
      own.ask({ kind: "scan", path, how, groups });
      for (;;) {
        const said = await own.next();
        if (said.kind === "end") return;
        if (said.kind === "refused") throw new Refused(said.code, said.message);
        if (said.kind === "failed") throw Object.assign(new Error(said.message), { code: said.code });
        yield coded(said);
        taken += said.bytes;
        if (taken < turn) continue;
        own.ask({ kind: "taken", bytes: taken });
        taken = 0;
        // While batches wait, nothing else would have its turn here: the bytes are sealed meanwhile.
        await new Promise((resolve) => setImmediate(resolve));
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

/** Puts together what the thread tells of each batch with what it told before. */
function received(groups: readonly (readonly number[])[]): (said: Extract<Answer, { kind: "batch" }>) => CodedRows {
  const { places, columns: columnsOfGroups } = columnsOf(groups);
  const texts = places.map((): (string | null)[] => []);
  const known = groups.map(() => ({ round: -1, cells: [] as number[] }));
  return ({ count, numbers, columns, groups: told }) => {
    columns.forEach(({ fresh, texts: more }, index) => {
      if (fresh) texts[index] = [];
      for (const text of more) texts[index]?.push(text);
    });
    return {
      count,
      rows: numbers.subarray(0, count),
      groups: told.map(({ round, combinations }, index) => {
        const before = known[index] as (typeof known)[number];
        const cells = before.round === round ? before.cells : [];
        known[index] = { round, cells };
        for (const cell of combinations) cells.push(cell);
        const own = columnsOfGroups[index] as readonly number[];
        return {
          codes: numbers.subarray((index + 1) * count, (index + 2) * count),
          round,
          cellAt: (column, code) => cells[code * own.length + column] as number,
          textOf: (column, cell) => texts[own[column] as number]?.[cell] ?? null,
        };
      }),
    };
  };
}

interface Thread {
  readonly alive: boolean;
  ask(request: Request): void;
  next(): Promise<Answer>;
  end(): void;
}

function startThread(): Thread {
  const worker = new Worker(new URL("./thread.js", import.meta.url), {
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb },
  });
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
      // It ends by itself, so that nothing of it is cut off in the midst of its work.
      worker.postMessage({ kind: "end" } satisfies Request);
    },
  };
}
