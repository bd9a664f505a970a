import type { CountCell, CountTable } from "./atoms.ts";
import { eliminate } from "./eliminate.ts";
import { minimum } from "./limits.ts";
import { bySacrifice, repair } from "./repair.ts";

/** Cells of one table that can be published as they are; `more` sums that are no cells must stay uncertain likewise. */
export async function protectCounts(table: CountTable, more: readonly CountCell[] = []): Promise<CountCell[]> {
  const unsafe = [...table.cells, ...more].filter(({ count }) => count < minimum);
  const eligible = table.cells.filter(({ count }) => count >= minimum);
  return repair(table, eliminateBest(table, eligible, unsafe), unsafe);
}

/** Elimination in two orders, coarse cells first in both: large cells first, or large categories first. The better one. */
export function eliminateBest(
  table: Pick<CountTable, "atoms">,
  eligible: readonly CountCell[],
  unsafe: readonly CountCell[],
): CountCell[] {
  const bySize = [...eligible].sort((one, other) => bySacrifice(other, one));
  const byCategory = [...bySize].sort((a, b) => a.rank - b.rank || (b.category ?? 0) - (a.category ?? 0));
  const [first, second] = [eliminate(table, bySize, unsafe), eliminate(table, byCategory, unsafe)];
  return second.length > first.length ? second : first;
}
