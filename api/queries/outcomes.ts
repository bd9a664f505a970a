import type { PublicDatabase } from "@trama/data/schema";
import type { Db } from "@trama/data/store";
import { type Kysely, sql } from "kysely";
import type { Outcome, OutcomesQuery } from "../contract/index.ts";

/** Outcome statements that people cleared for everybody, latest year first; none in a release made before there were any. */
export async function findOutcomes(db: Db, query: Omit<OutcomesQuery, "format">): Promise<Outcome[]> {
  const { result, country, region, time, direction } = query;
  if (!(await isKept(db))) return [];
  const found = await (db as unknown as Kysely<PublicDatabase>)
    .selectFrom("outcome_statement")
    .$if(result !== undefined, (q) => q.where("result", "in", result ?? []))
    .$if(country !== undefined, (q) => q.where("country", "in", country ?? []))
    .$if(region !== undefined, (q) => q.where("region", "in", region ?? []))
    .$if(time !== undefined, (q) => q.where("year", ">=", time?.[0] ?? 0).where("year", "<=", time?.[1] ?? 0))
    .$if(direction !== undefined, (q) => q.where("direction", "=", direction ?? ""))
    .selectAll()
    .orderBy("year", (order) => order.desc().nullsLast())
    .orderBy("statement")
    .execute();
  // Releases made before it was asked do not say what was intended.
  return found.map((one) => ({ ...one, intended: one.intended ?? null }));
}

async function isKept(db: Db): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM duckdb_tables() WHERE table_name = 'outcome_statement'`.execute(db);
  return rows.length > 0;
}
