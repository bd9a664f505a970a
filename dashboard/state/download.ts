import { csvOf } from "./csv.ts";
import type { Row } from "./rows.ts";

/** Columns of the download, named as in the API; both ends of every band, empty where no figure is shown. */
export const downloadColumns = [
  ...["result", "label", "place", "name", "year", "type", "status"],
  ...["n_lo", "n_hi", "k_lo", "k_hi", "share_lo", "share_hi", "interval_lo", "interval_hi", "median_lo", "median_hi"],
  ...["flags", "as_of", "release"],
] as const;

/** The rows shown, and no others, as CSV. */
export function rowsAsCsv(rows: readonly Row[], release: number): string {
  const lines = rows.map((row) => {
    const bands = [row.n, row.k, row.share, row.interval, row.median].flat();
    const about = [row.result, row.resultLabel, row.place.code, row.place.name, row.year, row.type ?? "all", row.kind];
    return [...about, ...bands, row.flags.join(" "), row.asOf, release];
  });
  return csvOf(downloadColumns, lines);
}
