import { all, type DuckDBConnection } from "@trama/data/store";

/** A row of the public table as an attacker reads it; null country, region or type means all. */
export interface PublicRow {
  readonly figure: string;
  readonly result: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly year: number;
  readonly type: string | null;
  readonly status: string;
  readonly n_lo: number | null;
  readonly n_hi: number | null;
  readonly k_lo: number | null;
  readonly k_hi: number | null;
}

/** Whole-year counts and shares of the open cube: from the public file, or with a prefix the exact ones to judge by. */
export function readRows(connection: DuckDBConnection, schema = ""): Promise<PublicRow[]> {
  return all<PublicRow>(
    connection,
    `SELECT figure, result, country, region, year, type, status, n_lo, n_hi, k_lo, k_hi FROM ${schema}cell
     WHERE figure IN ('collectives', 'in_place') AND year_from IS NULL AND presence = 'all' AND formality IS NULL
       AND setting IS NULL AND panel IS NULL AND project IS NULL AND grant_code IS NULL AND funder IS NULL
     ORDER BY year, result, country, region, type`,
  );
}

/** Name of the cell that a row stands for, the same in both files. */
export function rowName({ figure, result, country, region, year, type }: PublicRow): string {
  return [figure, result ?? "", country ?? region ?? "world", type ?? "all", year]
    .filter((part) => part !== "")
    .join(" ");
}

/** Rows that no other row divides: a country and a type. Every row is a sum of them, as the contract says. */
export function leavesOf(rows: readonly PublicRow[]): PublicRow[] {
  return rows.filter(({ country, type }) => country !== null && type !== null);
}

/** Positions of the leaves that a row sums. */
export function partsOf(row: PublicRow, leaves: readonly PublicRow[]): number[] {
  return leaves.flatMap((leaf, at) =>
    (row.country === null || row.country === leaf.country) &&
    (row.region === null || row.region === leaf.region) &&
    (row.type === null || row.type === leaf.type)
      ? [at]
      : [],
  );
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
