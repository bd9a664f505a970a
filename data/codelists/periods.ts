import { z } from "zod";

/** A year (`2025`), half-year (`2025-H1`) or quarter (`2025-Q3`), in its one accepted spelling. */
export const PeriodCode = z
  .string()
  .regex(/^(19|20)\d{2}(-(H[12]|Q[1-4]))?$/)
  .brand<"PeriodCode">();
export type PeriodCode = z.infer<typeof PeriodCode>;

/** A reporting period. `start` and `end` are its first and last day as ISO dates. */
export interface Period {
  readonly code: PeriodCode;
  readonly year: number;
  readonly start: string;
  readonly end: string;
  /** Orders periods: the later end ranks higher; of two with the same end, the longer one. */
  readonly rank: number;
}

const shape = /^((?:19|20)\d{2})(?:\s*[-/ ]?\s*([HQST])([1-4]))?$/;

/**
 * Reads a period as found in a cell, a file name or a URL; undefined when it is none. Spaces and case do not matter, a
 * spreadsheet's number 2025 is a year, and S (semestre) and T (trimestre) are read as H and Q.
 */
export function parsePeriod(value: unknown): Period | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const found = shape.exec(String(value).trim().toUpperCase());
  if (!found) return undefined;
  const year = Number(found[1]);
  if (!found[2]) return makePeriod(String(year), year, 1, 12);
  const letter = found[2] === "H" || found[2] === "S" ? "H" : "Q";
  const months = letter === "H" ? 6 : 3;
  const part = Number(found[3]);
  if (part * months > 12) return undefined;
  return makePeriod(`${year}-${letter}${part}`, year, (part - 1) * months + 1, months);
}

/** Sorts periods in time: earlier end first; of two with the same end, the shorter first. */
export function comparePeriods(a: Period, b: Period): number {
  return a.rank - b.rank;
}

/** The period whose score stands for the year: the latest-ending of those given, the annual one on a tie. */
export function latestPeriod(periods: Iterable<Period>): Period | undefined {
  let latest: Period | undefined;
  for (const period of periods) {
    if (!latest || comparePeriods(period, latest) > 0) latest = period;
  }
  return latest;
}

function makePeriod(code: string, year: number, firstMonth: number, months: number): Period {
  const lastMonth = firstMonth + months - 1;
  const lastDay = new Date(Date.UTC(year, lastMonth, 0)).getUTCDate();
  return {
    code: code as PeriodCode,
    year,
    start: `${year}-${twoDigits(firstMonth)}-01`,
    end: `${year}-${twoDigits(lastMonth)}-${lastDay}`,
    rank: (year * 12 + lastMonth) * 100 + months,
  };
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}
