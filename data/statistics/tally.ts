import type { MissingCode } from "../codelists/missing-codes.ts";
import type { Score } from "../framework/scale.ts";
import { checkCount } from "./checks.ts";

/** How many collectives have each score: the counts of 0, 1, 2, 3 and 4, in this order. */
export type Distribution = readonly [zero: number, one: number, two: number, three: number, four: number];

export interface Tally {
  /** Collectives with a score. A score of 0 is a score; a missing code is not. */
  readonly n: number;
  /** Of these, collectives with a score of 3 or 4: in place. */
  readonly k: number;
  readonly distribution: Distribution;
  /** The missing codes met, each counted by itself, beside n and never in it. */
  readonly missing: Readonly<Record<MissingCode, number>>;
}

const inPlaceFrom = 3;

/** Counts the scores and the missing codes of one result and period, one value a collective. */
export function tally(values: Iterable<Score | MissingCode>): Tally {
  const distribution: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const missing: Record<MissingCode, number> = { NA: 0, NK: 0, NR: 0, WH: 0, NS: 0 };
  for (const value of values) {
    if (isScore(value)) distribution[value] += 1;
    else if (Object.hasOwn(missing, value)) missing[value] += 1;
    else throw new RangeError(`Neither a score nor a missing code: ${String(value)}.`);
  }
  return { n: sizeOf(distribution), k: inPlaceOf(distribution), distribution, missing };
}

/** n of a distribution: all its scores. */
export function sizeOf(distribution: Distribution): number {
  for (const count of distribution) checkCount(count, "A count of scores");
  return distribution.reduce((sum, count) => sum + count, 0);
}

/** k of a distribution: its scores of 3 and 4. */
export function inPlaceOf(distribution: Distribution): number {
  return distribution.slice(inPlaceFrom).reduce((sum, count) => sum + count, 0);
}

/** True for 0 to 4, false for missing codes and anything else. */
export function isScore(value: unknown): value is Score {
  return value === 0 || value === 1 || value === 2 || value === 3 || value === 4;
}
