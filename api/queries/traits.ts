import type { Db } from "@trama/data/store";
import { sql } from "kysely";
import type { TraitCell, TraitsQuery } from "../contract/index.ts";
import { answered, cellOf } from "./cells.ts";

/** Published shares of collectives of which traits are so, as they stand in the release: looked up, never computed. */
export async function findTraits(db: Db, asked: Omit<TraitsQuery, "format">): Promise<TraitCell[]> {
  const { trait, region, country, by, time } = asked;
  const rows = await db
    .selectFrom("cell")
    .select(["indicator", ...answered])
    .where("audience", "=", "open")
    .where("figure", "=", "trait")
    .where("country", by === "country" ? "is not" : "is", null)
    .where("region", by === "world" ? "is" : "is not", null)
    .$if(trait !== undefined, (query) => query.where("indicator", "in", trait ?? []))
    .$if(region !== undefined, (query) => query.where("region", "in", region ?? []))
    .$if(country !== undefined, (query) => query.where("country", "in", country ?? []))
    .$if(time !== undefined, (query) => query.where("year", ">=", time?.[0] ?? 0).where("year", "<=", time?.[1] ?? 0))
    .orderBy(sql`rowid`)
    .execute();
  return rows.map(({ indicator, ...row }) => {
    const { country, region, year, status, n, k, share, interval, flags, as_of } = cellOf(row);
    return { trait: indicator as string, country, region, year, status, n, k, share, interval, flags, as_of };
  });
}
