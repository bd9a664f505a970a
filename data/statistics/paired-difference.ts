import { checkCount, checkPositive } from "./checks.ts";
import type { Difference } from "./difference.ts";
import { refused, value } from "./result.ts";
import { scoreInterval, z95 } from "./wilson.ts";

/**
 * The same collectives twice: in place (yes, yes), (yes, no), (no, yes), (no, no), the first time named first. Counts.
 */
export type PairedTable = readonly [yesYes: number, yesNo: number, noYes: number, noNo: number];

/**
 * Share in place the first time minus the second, from -1 to 1, with the interval for matched pairs. Refused without pairs.
 * Method 10 of Newcombe 1998, Stat. Med. 17:2635-2650: the two Wilson intervals, joined with a continuity-corrected φ.
 */
export function pairedDifference(table: PairedTable, z = z95): Difference {
  for (const count of table) checkCount(count, "A cell of the paired table");
  checkPositive(z, "z");
  const [a, b, c, d] = table;
  const n = a + b + c + d;
  if (n === 0) return refused("no-scores");
  const first = { p: (a + b) / n, ...scoreInterval(a + b, n, z) };
  const second = { p: (a + c) / n, ...scoreInterval(a + c, n, z) };
  const phi = correctedPhi(table, n);
  const difference = (b - c) / n;
  return value({
    difference,
    lower: Math.max(-1, difference - side(first.p - first.lower, second.upper - second.p, phi)),
    upper: Math.min(1, difference + side(first.upper - first.p, second.p - second.lower, phi)),
  });
}

/** The change that is reported, second time minus first: `pairedDifference` with its sign turned. */
export function pairedChange(table: PairedTable, z = z95): Difference {
  const result = pairedDifference(table, z);
  if (result.kind === "refused") return result;
  return value({ difference: 0 - result.difference, lower: 0 - result.upper, upper: 0 - result.lower });
}

function correctedPhi([a, b, c, d]: PairedTable, n: number): number {
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins === 0) return 0;
  const product = a * d - b * c;
  return (product > 0 ? Math.max(product - n / 2, 0) : product) / Math.sqrt(margins);
}

function side(one: number, two: number, phi: number): number {
  return Math.sqrt(Math.max(0, one * one - 2 * phi * one * two + two * two));
}
