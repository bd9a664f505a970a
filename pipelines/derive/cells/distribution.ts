import type { Cell } from "@trama/data/schema";
import type { Distribution } from "@trama/data/statistics";
import { all, type DuckDBConnection } from "@trama/data/store";
import { candidate, counted } from "./candidate.ts";
import type { Ground } from "./place.ts";

/** Classes of scores: each level for the restricted side, three classes for the open one. */
const classes: readonly (readonly [from: number, to: number])[] = [
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [0, 1],
  [3, 4],
];

interface Counts {
  result: string;
  country: string | null;
  region: string | null;
  year: number;
  scores: Distribution;
}

/** How the scores of every result × place × year spread over the levels. */
export async function distributionCells(
  connection: DuckDBConnection,
  release: number,
  ground: Ground,
): Promise<Cell[]> {
  const rows = await all<Counts>(
    connection,
    `SELECT result, country, region, year, [${[0, 1, 2, 3, 4].map((score) => `sum(s${score})::INTEGER`).join(", ")}] AS scores
     FROM tally GROUP BY GROUPING SETS ((result, year), (result, year, region), (result, year, region, country))`,
  );
  return rows
    .filter(({ country, region, year }) => ground.operated({ country, region }, year))
    .flatMap(({ result, country, region, year, scores }) => {
      const n = scores.reduce((sum, count) => sum + count, 0);
      return classes.map(([from, to]) => {
        const k = scores.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
        return candidate(release, result, {
          figure: "distribution",
          country,
          region,
          year,
          score_from: from,
          score_to: to,
          ...counted(n, k),
        });
      });
    });
}
