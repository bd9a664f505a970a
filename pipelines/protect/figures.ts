import type { Cell } from "@trama/data/schema";
import { type Band, medianOfBands, type ScoreClass, wilsonOfBands } from "@trama/data/statistics";

/** Below this many collectives a figure carries the flag `small-n`. */
const smallN = 10;

/** Share, interval and flags of a banded figure: functions of the published bands alone, so that none undoes them. */
export function bandedFigures(n: Band, k: Band): Partial<Cell> {
  const interval = wilsonOfBands({ n, k });
  if (interval.kind === "refused") throw new Error("A figure of no collectives cannot be public.");
  return {
    status: "value",
    ...banded(n, k),
    interval_lo: interval.lower,
    interval_hi: interval.upper,
    flags: n[0] < smallN ? ["small-n"] : [],
  };
}

/** n, k and the range of shares that they allow. */
export function banded(n: Band, k: Band): Partial<Cell> {
  return {
    status: "value",
    n_lo: n[0],
    n_hi: n[1],
    k_lo: k[0],
    k_hi: k[1],
    share_lo: k[0] / n[1],
    share_hi: Math.min(1, k[1] / n[0]),
  };
}

/** The medians that three published classes allow. */
export function medianFigures(classes: readonly ScoreClass[]): Partial<Cell> {
  const median = medianOfBands(classes);
  return median.kind === "refused" ? {} : { median_lo: median.lower, median_hi: median.upper };
}
