import { type Cell as CellRow, measures } from "@trama/data/schema";
import type { Cell } from "../contract/index.ts";

/** Columns of the table `cell` that make an answer; reading the others would take as long again. */
export const answered = [
  ...(["result", "dimension", "sub_dimension", "country", "region", "year", "type", "status"] as const),
  ...measures,
  ...(["flags", "as_of"] as const),
] as const;

/** A row of the table `cell` as it is answered. */
export function cellOf(row: Pick<CellRow, (typeof answered)[number]>): Cell {
  return {
    result: row.result as string,
    dimension: row.dimension as string,
    sub_dimension: row.sub_dimension,
    country: row.country,
    region: row.region,
    year: row.year,
    type: row.type,
    status: row.status as Cell["status"],
    n: band(row.n_lo, row.n_hi),
    k: band(row.k_lo, row.k_hi),
    share: band(row.share_lo, row.share_hi),
    interval: band(row.interval_lo, row.interval_hi),
    median: band(row.median_lo, row.median_hi),
    flags: row.flags,
    as_of: row.as_of,
  };
}

const nothing: Cell["n"] = [null, null];

/** A band; all that are not published are one and the same in memory. */
function band(lo: number | null, hi: number | null): Cell["n"] {
  return lo === null && hi === null ? nothing : [lo, hi];
}
