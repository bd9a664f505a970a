import { existsSync } from "node:fs";
import { join } from "node:path";
import { all, openReader } from "@trama/data/store";

/** The reports that the working store of a home holds, with how many scores each. */
export async function storedReports(home: string): Promise<{ sha256: string; rows: number }[]> {
  if (!existsSync(join(home, "working.duckdb"))) return [];
  const store = await openReader(join(home, "working.duckdb"));
  const connection = await store.connect();
  const found = await all<{ sha256: string; rows: number }>(
    connection,
    "SELECT r.sha256, count(o.report)::INTEGER AS rows FROM report r LEFT JOIN observation o USING (report) GROUP BY r.report, r.sha256",
  );
  connection.closeSync();
  store.close();
  return found;
}
