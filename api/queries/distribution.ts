import type { DistributionClass, DistributionQuery } from "../contract/index.ts";
import { isWithin } from "./places.ts";
import type { CellGroup, PublishedCell, PublishedCells } from "./published-cells.ts";

/** Published distributions, a row for each class of scores. */
export async function findDistribution(
  published: PublishedCells,
  query: DistributionQuery,
): Promise<DistributionClass[]> {
  const group: CellGroup = { figure: "distribution", presence: "all", types: "all", time: query.time };
  const found = await published(group, query.result, ({ cell }) => isWithin(cell, query));
  return found.sort(inOrder).map(classOf);
}

const classes = new WeakMap<PublishedCell, DistributionClass>();

/** The class that a cell is answered as, made once, so that its text can be kept as a cell's is. */
function classOf(found: PublishedCell): DistributionClass {
  const known = classes.get(found);
  if (known) return known;
  const { result, country, region, year, status, n, k, share } = found.cell;
  const [score_from, score_to] = [found.score_from as number, found.score_to as number];
  const made = { result, country, region, year, score_from, score_to, status, n, k, share };
  classes.set(found, made);
  return made;
}

/** By result, region, country, year and class: as they lie in the file, but in that of an older release. */
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
