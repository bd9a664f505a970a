import { all, type DuckDBConnection } from "@trama/data/store";

/** A figure as an attacker reads it, of whichever release shows it; null country, region or type means all. */
export interface PublicRow {
  readonly release: number;
  readonly audience: string;
  readonly figure: string;
  /** Code of the result, or of the trait. */
  readonly result: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly year: number;
  /** For the collectives scored in two years, the earlier of these. */
  readonly year_from: number | null;
  readonly presence: string;
  readonly type: string | null;
  readonly funder: string | null;
  readonly grant_code: string | null;
  /** Lowest score of a class; null where no class is told. */
  readonly score_from: number | null;
  readonly status: string;
  readonly n_lo: number | null;
  readonly n_hi: number | null;
  readonly k_lo: number | null;
  readonly k_hi: number | null;
  /** The release of which it is true. */
  readonly as_of: number;
}

/** Counts, shares, classes and shares of those followed that a file shows, with those of the releases before that its history keeps. */
export function readRows(connection: DuckDBConnection): Promise<PublicRow[]> {
  return all<PublicRow>(
    connection,
    `SELECT release, audience, figure, indicator AS result, country, region, year, year_from, presence, type, funder, grant_code,
            score_from, status, n_lo, n_hi, k_lo, k_hi, as_of
     FROM cell_history
     WHERE (figure IN ('collectives', 'in_place', 'distribution', 'trait') AND year_from IS NULL AND presence = 'all'
         OR figure IN ('in_place', 'in_place_before') AND presence = 'stayers')
       AND formality IS NULL AND setting IS NULL AND panel IS NULL AND project IS NULL
     ORDER BY release, year, year_from, figure, score_from, result, country, region, type, funder, grant_code`,
  );
}

/** Name of the cell that a row stands for. */
export function rowName(row: PublicRow): string {
  const { figure, result, country, region, year, year_from, type, funder, grant_code, score_from } = row;
  const years = year_from === null ? String(year) : `${year_from}-${year}`;
  const from = score_from === null ? null : `from ${score_from}`;
  return [figure, result, country ?? region ?? "world", type ?? "all", years, from, funder, grant_code]
    .filter((part) => part !== null)
    .join(" ");
}

/** Rows by a part of them. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
