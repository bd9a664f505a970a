import { quote } from "@trama/data/schema";
import { all, type DuckDBConnection, one } from "@trama/data/store";

/**
 * A hash of each table's rows, whatever their order: the sum of the rows' md5 numbers. Equal contents give equal hashes
 * in any file, so a release can be compared with its rebuild.
 */
export async function tableHashes(
  connection: DuckDBConnection,
  leaveOut: readonly string[] = [],
): Promise<Record<string, string>> {
  const names = await all<{ name: string }>(
    connection,
    "SELECT table_name AS name FROM duckdb_tables() WHERE NOT temporary AND database_name = current_database() ORDER BY 1",
  );
  const hashes: Record<string, string> = {};
  for (const { name } of names) {
    if (leaveOut.includes(name)) continue;
    const { rows, hash } = await one<{ rows: number; hash: string }>(
      connection,
      `SELECT count(*) AS rows, coalesce(sum(md5_number_lower(to_json(t)::VARCHAR)::HUGEINT), 0)::VARCHAR AS hash FROM ${quote(name)} t`,
    );
    hashes[name] = `${rows}:${hash}`;
  }
  return hashes;
}
