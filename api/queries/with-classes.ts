import type { DistributionClass } from "../contract/index.ts";
import type { PublishedCell } from "./published-cells.ts";

/** A cell of a distribution as it lies in the file: one class of its scores. */
export interface ClassCell extends PublishedCell {
  readonly score_from: number | null;
  readonly score_to: number | null;
}

/** One cell for all classes of a result, place and year, which are asked for and answered together. */
export function withClasses(cells: readonly ClassCell[]): PublishedCell[] {
  const together = new Map<string, ClassCell[]>();
  for (const found of cells) {
    const { country, region, year } = found.cell;
    const key = [found.code, region, country, year].join();
    const those = together.get(key);
    if (those) those.push(found);
    else together.set(key, [found]);
  }
  return [...together.values()].map((those) => {
    const classes = those.map(classOf).sort((one, other) => one.score_from - other.score_from);
    const { score_from, score_to, ...first } = those[0] as ClassCell;
    return { ...first, classes };
  });
}

function classOf({ cell, score_from, score_to }: ClassCell): DistributionClass {
  const { result, country, region, year, status, n, k, share } = cell;
  const scores = { score_from: score_from as number, score_to: score_to as number };
  return { result, country, region, year, ...scores, status, n, k, share };
}
