import { all, type DuckDBConnection } from "@trama/data/store";

/** A figure as an attacker reads it, of whichever release shows it; null country, region or type means all. */
export interface PublicRow {
  readonly release: number;
  readonly audience: string;
  readonly figure: string;
  readonly result: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly year: number;
  readonly type: string | null;
  readonly funder: string | null;
  readonly grant_code: string | null;
  readonly status: string;
  readonly n_lo: number | null;
  readonly n_hi: number | null;
  readonly k_lo: number | null;
  readonly k_hi: number | null;
  /** The release of which it is true. */
  readonly as_of: number;
}

/** Whole-year counts and shares that a file shows, with those of the releases before that its history keeps. */
export function readRows(connection: DuckDBConnection): Promise<PublicRow[]> {
  return all<PublicRow>(
    connection,
    `SELECT release, audience, figure, result, country, region, year, type, funder, grant_code, status,
            n_lo, n_hi, k_lo, k_hi, as_of
     FROM cell_history
     WHERE figure IN ('collectives', 'in_place') AND year_from IS NULL AND presence = 'all' AND formality IS NULL
       AND setting IS NULL AND panel IS NULL AND project IS NULL
     ORDER BY release, year, result, country, region, type, funder, grant_code`,
  );
}

/** Name of the cell that a row stands for. */
export function rowName(row: PublicRow): string {
  const { figure, result, country, region, year, type, funder, grant_code } = row;
  return [figure, result ?? "", country ?? region ?? "world", type ?? "all", year, funder ?? "", grant_code ?? ""]
    .filter((part) => part !== "")
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
