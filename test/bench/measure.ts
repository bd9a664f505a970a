import { loadavg } from "node:os";

/** What runs of one thing gave: the middle, and the least and most beside it. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
}

/** The middle value; the upper of two. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
}

export function spread(numbers: readonly number[]): Spread {
  return { median: median(numbers), least: Math.min(...numbers), most: Math.max(...numbers), runs: numbers.length };
}

/** Ours against another, run by run: what drifts between runs is in both halves of a pair. */
export function ratio(ours: readonly number[], theirs: readonly number[]): Spread {
  return spread(ours.map((one, run) => one / (theirs[run] as number)));
}

/** Milliseconds that work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/**
 * Times works in turn, A B C A B C …, and the order turned round in every other run, so that none always comes after the
 * same one. What is done first, without being counted, warms up.
 */
export async function interleaved<Name extends string>(
  runs: number,
  works: Readonly<Record<Name, (run: number) => unknown>>,
  warmUp = 1,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let run = -warmUp; run < runs; run += 1)
    for (const name of run % 2 === 0 ? names : [...names].reverse()) {
      const took = await timed(() => works[name](run + warmUp));
      if (run >= 0) times[name].push(took);
    }
  return times;
}

/** How many processes wanted a core in the last minute, on average. */
export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}
