import type { DistributionClass, DistributionQuery } from "../contract/index.ts";
import { isWithin } from "./places.ts";
import type { CellGroup, PublishedCell, PublishedCells } from "./published-cells.ts";

/** Published distributions: of each result, place and year its classes of scores. */
export async function findDistributions(
  published: PublishedCells,
  query: DistributionQuery,
): Promise<(readonly DistributionClass[])[]> {
  const group: CellGroup = { figure: "distribution", presence: "all", types: "all", time: query.time };
  const found = await published(group, query.result, ({ cell }) => isWithin(cell, query));
  return found.sort(inOrder).map(({ classes }) => classes);
}

/** By result, region, country and year: as they lie in the file, but in that of an older release. */
function inOrder(one: PublishedCell, other: PublishedCell): number {
  return (
    compare(one.code, other.code) ||
    compare(one.cell.region ?? "", other.cell.region ?? "") ||
    compare(one.cell.country ?? "", other.cell.country ?? "") ||
    one.cell.year - other.cell.year
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
