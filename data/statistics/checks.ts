import type { Share } from "./result.ts";

/** Throws unless the number is a whole number of 0 or more: a negative or broken count is a programmer's mistake. */
export function checkCount(count: number, name: string): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${name} must be a count, not ${count}.`);
}

/** Throws unless both are counts and k is at most n. */
export function checkShare({ k, n }: Share): void {
  checkCount(k, "k");
  checkCount(n, "n");
  if (k > n) throw new RangeError(`k must not exceed n, but ${k} > ${n}.`);
}

/** Throws for NaN and the infinities. */
export function checkFinite(number: number, name: string): void {
  if (!Number.isFinite(number)) throw new RangeError(`${name} must be a finite number, not ${number}.`);
}

/** Throws unless the number lies strictly between 0 and 1, as a level of confidence does. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies between 0 and 1, unlike ${level}.`);
}

/** Throws unless the number is finite and above 0. */
export function checkPositive(number: number, name: string): void {
  if (!(number > 0 && Number.isFinite(number))) throw new RangeError(`${name} must be above 0, not ${number}.`);
}
