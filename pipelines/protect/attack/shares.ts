import { LinearProgram, solver } from "../linear-program.ts";
import { groupBy, leavesOf, type PublicRow, partsOf, rowName } from "./published.ts";

const tolerance = 1e-6;

/**
 * Puts the published bands of a result and year together, knowing exactly how many are scored in each country and type,
 * and names the cells of which it becomes certain that all, or none, have the result in place.
 */
export async function attackShares(
  published: readonly PublicRow[],
  scored: ReadonlyMap<string, number>,
): Promise<string[]> {
  const found: string[] = [];
  const shares = published.filter(({ figure }) => figure === "in_place");
  for (const rows of groupBy(shares, ({ result, year }) => `${result} ${year}`).values()) {
    const leaves = leavesOf(rows).filter((row) => (scored.get(rowName(row)) ?? 0) > 0);
    const most = leaves.map((leaf) => scored.get(rowName(leaf)) ?? 0);
    const bands = rows
      .filter(({ status }) => status === "value")
      .map((row) => ({ columns: partsOf(row, leaves), lo: row.k_lo as number, hi: row.k_hi as number }));
    const program = new LinearProgram(
      await solver(),
      leaves.map(() => 0),
      most,
      bands,
    );
    const worlds: Float64Array[] = [];
    for (const row of rows) {
      const parts = partsOf(row, leaves);
      const size = parts.reduce((sum, at) => sum + (most[at] as number), 0);
      if (size === 0) continue;
      const inPlace = (world: Float64Array) => parts.reduce((sum, at) => sum + (world[at] as number), 0);
      const certain = (["greatest", "least"] as const).some((end) => {
        const open = (sum: number) => (end === "greatest" ? sum >= 1 - tolerance : sum <= size - 1 + tolerance);
        if (worlds.some((world) => open(inPlace(world)))) return false;
        const { value, columns } = program.extreme(parts, end);
        if (columns) worlds.push(columns);
        return !open(value);
      });
      if (certain) found.push(rowName(row));
    }
    program.close();
  }
  return found;
}
