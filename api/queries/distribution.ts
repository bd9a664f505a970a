import type { DistributionClass, DistributionQuery } from "../contract/index.ts";
import { isWithin } from "./places.ts";
import type { PublishedCell, PublishedCells } from "./published-cells.ts";

/** Published distributions, a row for each class of scores. */
export async function findDistribution(
  published: PublishedCells,
  query: DistributionQuery,
): Promise<DistributionClass[]> {
  const group = { figure: "distribution", presence: "all", types: "all" } as const;
  const found = await published(group, query.result, ({ cell }) => isWithin(cell, query));
  return found.sort(inOrder).map(({ cell, score_from, score_to }) => ({
    result: cell.result,
    country: cell.country,
    region: cell.region,
    year: cell.year,
    score_from: score_from as number,
    score_to: score_to as number,
    status: cell.status,
    n: cell.n,
    k: cell.k,
    share: cell.share,
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
