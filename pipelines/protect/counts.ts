import type { CountCell, CountTable } from "./atoms.ts";
import { eliminate } from "./eliminate.ts";
import { minimum } from "./limits.ts";
import { bySacrifice, repair } from "./repair.ts";

/** Cells of one table that can be published as they are, in the order in which a reader misses them most. */
export async function protectCounts(table: CountTable): Promise<CountCell[]> {
  const unsafe = table.cells.filter(({ count }) => count < minimum);
  const candidates = table.cells.filter(({ count }) => count >= minimum).sort((one, other) => bySacrifice(other, one));
  return repair(table, eliminate(table, candidates, unsafe), unsafe);
}
