import { results } from "@trama/data/framework";
import type { Cell } from "@trama/data/schema";
import { type Distribution, headline, smallN } from "@trama/data/statistics";

/** A cell with no condition and no figure. Written out, so that hundreds of thousands share one shape and cost little. */
const blank = (release: number): Cell => ({
  release,
  audience: "open",
  download: "cells",
  figure: "in_place",
  indicator: null,
  result: null,
  dimension: null,
  sub_dimension: null,
  country: null,
  region: null,
  year: 0,
  year_from: null,
  presence: "all",
  type: null,
  formality: null,
  setting: null,
  panel: null,
  funder: null,
  project: null,
  grant_code: null,
  score_from: null,
  score_to: null,
  status: "value",
  n_lo: null,
  n_hi: null,
  k_lo: null,
  k_hi: null,
  share_lo: null,
  share_hi: null,
  interval_lo: null,
  interval_hi: null,
  median_lo: null,
  median_hi: null,
  flags: [],
  as_of: release,
});

const byCode = new Map(results.map((result) => [result.code as string, result]));

/** A cell about a result, with all that follows from the result filled in and no figure yet. */
export function candidate(release: number, result: string, conditions: Partial<Cell>): Cell {
  const item = byCode.get(result);
  if (!item) throw new Error(`There is no result ${result}.`);
  const cell = blank(release);
  cell.indicator = cell.result = result;
  cell.dimension = item.dimension;
  cell.sub_dimension = item.subdimension;
  return Object.assign(cell, conditions);
}

/** A cell about no single result, with no figure yet. */
export function about(release: number, conditions: Partial<Cell>): Cell {
  return Object.assign(blank(release), conditions);
}

/** The exact figures of a distribution of scores 0-4: share in place, interval, median, and the flags that follow. */
export function exactFigures(scores: Distribution, flags: readonly string[] = []): Partial<Cell> {
  const found = headline(scores);
  if (found.kind === "refused") return counted(0, 0);
  const { n, k, share, interval, median } = found;
  return {
    ...counted(n, k),
    share_lo: share,
    share_hi: share,
    interval_lo: interval.lower,
    interval_hi: interval.upper,
    median_lo: median.lower,
    median_hi: median.upper,
    flags: [...(n < smallN ? ["small-n"] : []), ...flags],
  };
}

/** k of n with its share, where neither median nor interval has a meaning. */
export function counted(n: number, k: number): Partial<Cell> {
  return { n_lo: n, n_hi: n, k_lo: k, k_hi: k, ...(n === 0 ? {} : { share_lo: k / n, share_hi: k / n }) };
}
