import type { Db } from "@trama/data/store";
import { sql } from "kysely";
import type { Cell, CellQuery } from "../../contract/index.ts";
import { answered, cellOf } from "../cell-of.ts";

/** The word for all of a donor's grants together. */
export const allGrants = "own";

/**
 * A donor's own cells, looked up in the file that was made for it: of one grant as a whole, or of all its grants by place.
 */
export async function findDonorCells(cells: Db, donor: string, query: Omit<CellQuery, "format">): Promise<Cell[]> {
  const { grant, by, region, country, dimension, time } = query;
  const codes = query.result ?? query.indicator;
  const whole = grant !== allGrants;
  let select = cells
    .selectFrom("cell")
    .select(answered)
    .where("audience", "=", donor)
    .where("figure", "=", "in_place")
    .where("presence", "=", "all")
    .where("year_from", "is", null)
    .where("grant_code", whole ? "=" : "is", whole ? (grant ?? null) : null);
  if (!whole)
    select = select
      .where("country", by === "country" ? "is not" : "is", null)
      .where("region", by === "world" ? "is" : "is not", null);
  if (codes) select = select.where("result", "in", codes);
  if (dimension) select = select.where("dimension", "=", dimension);
  if (region) select = select.where("region", "in", region);
  if (country) select = select.where("country", "in", country);
  if (time) select = select.where("year", ">=", time[0]).where("year", "<=", time[1]);
  return (await select.orderBy(sql`rowid`).execute()).map(cellOf);
}

/** The grants of a donor that its file knows. */
export async function grantsOf(cells: Db): Promise<string[]> {
  const rows = await cells
    .selectFrom("cell")
    .where("grant_code", "is not", null)
    .select("grant_code")
    .distinct()
    .execute();
  return rows.map(({ grant_code }) => grant_code as string).sort();
}
