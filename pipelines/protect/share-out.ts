import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { keyOf, type Solved } from "./solved.ts";

/** A function as a thread finds it: exported by a module, whose inputs and outcome can be copied. */
export interface Work<Inputs extends readonly unknown[], Outcome> {
  /** `import.meta.url` of the module. */
  readonly module: string;
  readonly name: string;
  run(...inputs: Inputs): Promise<Outcome>;
}

/** One call, as a thread is told of it. */
export interface Call {
  readonly module: string;
  readonly name: string;
  readonly inputs: readonly unknown[];
}

/** In how many threads, who is told how many are done, and where what is done is kept. */
export interface Sharing {
  readonly threads: number;
  readonly done?: ((done: number) => void) | undefined;
  readonly solved?: Solved | undefined;
}

/**
 * Threads that are worth starting for so many collectives of a year, all years and versions together; 0 for none: the
 * start takes longer than a small home's work, and for a very large one the copies would take too much memory.
 */
export function threadsFor(units: number): number {
  return units < 400 || units > 100_000 || availableParallelism() < 2 ? 0 : 2;
}

/**
 * What a function gives for each of some inputs, in their order: here one after the other, or in `threads` of their own.
 * What comes out depends on the inputs alone, not on who did which. Inputs are made when their turn comes. What threads
 * have done is kept in `solved`, and what it holds is not done again.
 */
export async function shareOut<Inputs extends readonly unknown[], Outcome>(
  { module, name, run }: Work<Inputs, Outcome>,
  inputs: readonly (() => Inputs)[],
  { threads, done = () => {}, solved }: Sharing,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let finished = 0;
  if (threads < 1) {
    for (const [at, make] of inputs.entries()) {
      outcomes[at] = await run(...make());
      done(++finished);
    }
    return outcomes;
  }
  const waiting = [...inputs.entries()];
  const hand = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, make] = next;
      const told = make();
      const key = solved && keyOf(name, told);
      const known = key && (await solved?.recall(key));
      outcomes[at] = known ? (known as Outcome) : await tell<Outcome>({ module, name, inputs: told });
      if (key && !known) await solved?.keep(key, outcomes[at]);
      done(++finished);
    }
  };
  await Promise.all(Array.from({ length: threads }, hand));
  return outcomes;
}

/** Threads that wait for the next call; they keep no process alive. */
const idle: Worker[] = [];

/** A thread that has loaded what it needs; it would miss what it is told before. */
async function start(): Promise<Worker> {
  const worker = new Worker(new URL("./hand.js", import.meta.url), { execArgv: [] });
  await once(worker, "message");
  return worker;
}

async function tell<Outcome>(call: Call): Promise<Outcome> {
  const worker = idle.pop() ?? (await start());
  worker.ref();
  const left = new AbortController();
  try {
    worker.postMessage(call);
    const ended = once(worker, "exit", left).then(() => {
      throw new Error("A thread ended before its work was done.");
    });
    const [told] = (await Promise.race([once(worker, "message", left), ended])) as [Told<Outcome>];
    if ("error" in told) throw new Error(told.error);
    worker.unref();
    idle.push(worker);
    return told.value;
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    left.abort();
  }
}

type Told<Outcome> = { readonly value: Outcome } | { readonly error: string };
