import type { DistributionClass, DistributionQuery } from "../contract/index.ts";
import { isWithin } from "./places.ts";
import type { PublishedCell, PublishedCells } from "./published-cells.ts";

/** Published distributions, a row for each class of scores. */
export async function findDistribution(
  published: PublishedCells,
  query: DistributionQuery,
): Promise<DistributionClass[]> {
  const found = await published({ figure: "distribution", presence: "all", types: "all" }, query.result);
  return found
    .filter(({ cell }) => isWithin(cell, query))
    .sort(inOrder)
    .map(({ cell: { result, country, region, year, status, n, k, share }, score_from, score_to }) => ({
      ...{ result, country, region, year, score_from: score_from as number, score_to: score_to as number },
      ...{ status, n, k, share },
    }));
}

/** By result, region, country, year and class. */
function inOrder(one: PublishedCell, other: PublishedCell): number {
  return (
    compare(one.code, other.code) ||
    compare(one.cell.region ?? "", other.cell.region ?? "") ||
    compare(one.cell.country ?? "", other.cell.country ?? "") ||
    one.cell.year - other.cell.year ||
    (one.score_from as number) - (other.score_from as number) ||
    one.at - other.at
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
