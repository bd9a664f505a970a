import type { Cell as CellRow } from "@trama/data/schema";
import type { Db } from "@trama/data/store";
import { sql } from "kysely";
import type { Cell, CellQuery } from "../contract/index.ts";

/**
 * Published cells as they stand in the release: looked up, never computed. `types` says whether all types together are
 * meant (or the one asked for), or each type by itself.
 */
export async function findCells(
  db: Db,
  query: CellQuery,
  types: "as-asked" | "each-type" = "as-asked",
): Promise<Cell[]> {
  const { by, region, country, dimension, time, type, formality, setting, match } = query;
  const codes = query.result ?? query.indicator;
  let select = db
    .selectFrom("cell")
    .select(answered)
    .where("audience", "=", "open")
    .where("figure", "=", "in_place")
    .where("country", by === "country" ? "is not" : "is", null)
    .where("region", by === "world" ? "is" : "is not", null)
    .where("presence", "=", match === "matched" ? "stayers" : "all")
    .where("panel", "is", null)
    .where("formality", formality === undefined ? "is" : "=", formality ?? null)
    .where("setting", setting === undefined ? "is" : "=", setting ?? null);
  if (types === "each-type") select = select.where("type", "is not", null);
  else select = select.where("type", type === undefined ? "is" : "=", type ?? null);
  if (match === "matched")
    select = select.where("year_from", "=", time?.[0] ?? null).where("year", "=", time?.[1] ?? null);
  else select = select.where("year_from", "is", null);
  if (codes) select = select.where("result", "in", codes);
  if (dimension) select = select.where("dimension", "=", dimension);
  if (region) select = select.where("region", "in", region);
  if (country) select = select.where("country", "in", country);
  if (time && match === "all") select = select.where("year", ">=", time[0]).where("year", "<=", time[1]);
  const rows = await select.orderBy(sql`rowid`).execute();
  return rows.map(cellOf);
}

/** Columns of the table `cell` that make an answer; reading the others would take as long again. */
export const answered = [
  "result",
  "dimension",
  "sub_dimension",
  "country",
  "region",
  "year",
  "type",
  "status",
  "n_lo",
  "n_hi",
  "k_lo",
  "k_hi",
  "share_lo",
  "share_hi",
  "interval_lo",
  "interval_hi",
  "median_lo",
  "median_hi",
  "flags",
  "as_of",
] as const;

/** A row of the table `cell` as it is answered. */
export function cellOf(row: Pick<CellRow, (typeof answered)[number]>): Cell {
  return {
    result: row.result as string,
    dimension: row.dimension as string,
    sub_dimension: row.sub_dimension,
    country: row.country,
    region: row.region,
    year: row.year,
    type: row.type,
    status: row.status as Cell["status"],
    n: [row.n_lo, row.n_hi],
    k: [row.k_lo, row.k_hi],
    share: [row.share_lo, row.share_hi],
    interval: [row.interval_lo, row.interval_hi],
    median: [row.median_lo, row.median_hi],
    flags: row.flags,
    as_of: row.as_of,
  };
}
