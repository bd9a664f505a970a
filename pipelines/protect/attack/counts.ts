import { insideWidth, minimum, outsideWidth } from "../limits.ts";
import { LinearProgram, solver } from "../linear-program.ts";
import { groupBy, leavesOf, type PublicRow, partsOf, rowName } from "./published.ts";

const tolerance = 1e-6;

/**
 * Puts all published counts of a year together and bounds each withheld one, first as a reader, then as the manager of
 * each country, who knows its exact counts. Names the withheld cells of fewer than the minimum that come out too narrow.
 * `exact` is what the manager knows, and what the findings are judged by.
 */
export async function attackCounts(
  published: readonly PublicRow[],
  exact: ReadonlyMap<string, number>,
): Promise<{ outsider: string[]; insiders: string[] }> {
  const found = { outsider: [] as string[], insiders: [] as string[] };
  const counts = published.filter(({ figure }) => figure === "collectives");
  for (const rows of groupBy(counts, ({ year }) => String(year)).values()) {
    const leaves = leavesOf(rows).filter(({ status }) => status !== "no-data");
    const truth = leaves.map((leaf) => exact.get(rowName(leaf)) ?? 0);
    const equations = rows
      .filter(({ status }) => status === "value")
      .map((row) => ({ columns: partsOf(row, leaves), lo: row.n_lo as number, hi: row.n_hi as number }));
    const secrets = rows
      .filter((row) => row.status === "withheld" && (exact.get(rowName(row)) ?? 0) < minimum)
      .map((row) => ({ name: rowName(row), parts: partsOf(row, leaves) }));
    const unbounded = leaves.map(() => Number.POSITIVE_INFINITY);
    const program = new LinearProgram(
      await solver(),
      leaves.map(() => 0),
      unbounded,
      equations,
    );
    for (const insider of [undefined, ...new Set(leaves.map(({ country }) => country))]) {
      const known = (at: number) => leaves[at]?.country === insider;
      program.bound(
        truth.map((count, at) => (known(at) ? count : 0)),
        truth.map((count, at) => (known(at) ? count : Number.POSITIVE_INFINITY)),
      );
      const worlds: Float64Array[] = [Float64Array.from(truth)];
      const width = insider === undefined ? outsideWidth : insideWidth;
      for (const { name, parts } of secrets) {
        const secret = parts.filter((at) => !known(at));
        if (secret.length === 0) continue;
        const sums = worlds.map((world) => secret.reduce((sum, at) => sum + (world[at] as number), 0));
        let [least, greatest] = [Math.min(...sums), Math.max(...sums)];
        const open = () =>
          greatest - least >= width - tolerance && (insider !== undefined || greatest >= minimum - tolerance);
        for (const end of ["greatest", "least"] as const) {
          if (open()) break;
          const { value, columns } = program.extreme(secret, end);
          if (columns) worlds.push(columns);
          if (end === "least") least = value;
          else greatest = value;
        }
        if (!open()) (insider === undefined ? found.outsider : found.insiders).push(name);
      }
    }
    program.close();
  }
  return found;
}
