import type { TraitCell, TraitsQuery } from "../contract/index.ts";
import { isWithin } from "./places.ts";
import type { CellGroup, PublishedCells } from "./published-cells.ts";

/** Published shares of collectives of which traits are so, as they stand in the release: looked up, never computed. */
export async function findTraits(published: PublishedCells, query: Omit<TraitsQuery, "format">): Promise<TraitCell[]> {
  const group: CellGroup = { figure: "trait", presence: "all", types: "all", time: query.time };
  const found = await published(group, query.trait, ({ cell }) => isWithin(cell, query));
  return found.map(({ code, cell: { country, region, year, status, n, k, share, interval, flags, as_of } }) => ({
    trait: code,
    country,
    region,
    year,
    status,
    n,
    k,
    share,
    interval,
    flags,
    as_of,
  }));
}
