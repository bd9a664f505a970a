import type { DuckDBConnection } from "@duckdb/node-api";
import { type RawBuilder, sql } from "kysely";

/**
 * Makes the type by which a file keeps the countries of scores known to a connection as `country_code`: an ENUM, in a file that was
 * made before there were any a text.
 */
export async function knowCountryCode(connection: DuckDBConnection): Promise<void> {
  const found = await connection.runAndReadAll(
    "SELECT data_type FROM duckdb_columns() WHERE database_name = current_database() AND table_name = 'year_score' AND column_name = 'country'",
  );
  await connection.run(`CREATE TEMP TYPE country_code AS ${found.getRows()[0]?.[0] ?? "VARCHAR"}`);
}

/**
 * A country's code in a question as scores keep it. Compared with it, DuckDB passes over the groups of rows that cannot hold it;
 * compared with a text, it would make a text of every row. A code that no score has equals none; a column of texts is compared as before.
 */
export function countryCode(code: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`TRY_CAST(${code} AS country_code)`;
}
