import type { Db } from "@trama/data/store";
import { sql } from "kysely";
import type { DistributionClass, DistributionQuery } from "../contract/index.ts";

/** Published distributions, a row for each class of scores. */
export async function findDistribution(
  db: Db,
  { by, result, region, country, time }: DistributionQuery,
): Promise<DistributionClass[]> {
  let select = db
    .selectFrom("cell")
    .select(["result", "country", "region", "year", "score_from", "score_to", "status"])
    .select(["n_lo", "n_hi", "k_lo", "k_hi", "share_lo", "share_hi"])
    .where("audience", "=", "open")
    .where("figure", "=", "distribution")
    .where("country", by === "country" ? "is not" : "is", null)
    .where("region", by === "world" ? "is" : "is not", null);
  if (result) select = select.where("result", "in", result);
  if (region) select = select.where("region", "in", region);
  if (country) select = select.where("country", "in", country);
  if (time) select = select.where("year", ">=", time[0]).where("year", "<=", time[1]);
  const rows = await select
    .orderBy("result")
    .orderBy("region")
    .orderBy("country")
    .orderBy("year")
    .orderBy("score_from")
    .orderBy(sql`rowid`)
    .execute();
  return rows.map((row) => ({
    result: row.result as string,
    country: row.country,
    region: row.region,
    year: row.year,
    score_from: row.score_from as number,
    score_to: row.score_to as number,
    status: row.status as DistributionClass["status"],
    n: [row.n_lo, row.n_hi],
    k: [row.k_lo, row.k_hi],
    share: [row.share_lo, row.share_hi],
  }));
}
