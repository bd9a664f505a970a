import type { Db } from "@trama/data/store";
import { sql } from "kysely";
import type { Completeness } from "../contract/index.ts";

/** How many results of each country and year are published, counted over published cells alone. */
export async function findCompleteness(db: Db): Promise<Completeness[]> {
  const rows = await db
    .selectFrom("cell")
    .where("audience", "=", "open")
    .where("figure", "=", "in_place")
    .where("presence", "=", "all")
    .where("country", "is not", null)
    .where("type", "is", null)
    .where("formality", "is", null)
    .where("setting", "is", null)
    .where("panel", "is", null)
    .groupBy(["country", "region", "year"])
    .select([
      "country",
      "region",
      "year",
      sql<number>`count(*) filter (status = 'value')::integer`.as("value"),
      sql<number>`count(*) filter (status = 'withheld')::integer`.as("withheld"),
      sql<number>`count(*) filter (status = 'no-data')::integer`.as("no_data"),
    ])
    .orderBy("country")
    .orderBy("year")
    .execute();
  return rows.map((row) => ({ ...row, country: row.country as string, region: row.region as string }));
}
