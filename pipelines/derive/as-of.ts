import { literal, tables, tablesOf } from "@trama/data/schema";
import { all, type DuckDBConnection } from "@trama/data/store";
import { working } from "./copy.ts";

/**
 * Attaches the working store as it was believed at a moment: only what had been learned by then. A correction filed
 * later does not show. No two deeds of the ledger share a moment, so a moment names one state.
 */
export async function attachAsOf(connection: DuckDBConnection, path: string, asOf: string): Promise<void> {
  await connection.run(`ATTACH ${literal(path)} AS stored (READ_ONLY)`);
  await connection.run(`ATTACH ':memory:' AS ${working}`);
  const present = await all<{ name: string }>(
    connection,
    "SELECT DISTINCT table_name AS name FROM duckdb_columns() WHERE database_name = 'stored' AND NOT internal",
  );
  for (const { name, columns } of tablesOf(Object.values(tables), "working")) {
    if (!present.some((table) => table.name === name)) continue;
    const known = "learned_at" in columns ? `WHERE learned_at <= TIMESTAMPTZ ${literal(asOf)}` : "";
    await connection.run(`CREATE VIEW ${working}.${name} AS SELECT * FROM stored.${name} ${known}`);
  }
}

export async function detachAsOf(connection: DuckDBConnection): Promise<void> {
  await connection.run(`DETACH ${working}`);
  await connection.run("DETACH stored");
}
