import { scale } from "@trama/data/framework";
import type { Cell } from "@trama/data/schema";
import { type ProgressClass, progress, progressClasses } from "@trama/data/statistics";
import { all, type DuckDBConnection } from "@trama/data/store";
import { candidate, counted } from "./candidate.ts";

/** Collectives of one project or grant with the same first and the same latest score of a result. */
interface Followed {
  result: string;
  member: string;
  year_from: number;
  year: number;
  baseline: number;
  latest: number;
  count: number;
}

const figureOf: Readonly<Record<ProgressClass, string>> = {
  reached: "progress_reached",
  "moved-towards": "progress_towards",
  stayed: "progress_stayed",
  "moved-away": "progress_away",
};

/**
 * Where the collectives of each project and each grant stand between their first score and their latest, against the
 * level at which a result is in place. Only collectives scored in two years or more can be followed. For the restricted
 * side: managers see their projects, donors their grants.
 */
export async function progressCells(connection: DuckDBConnection, release: number): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const [condition, lives] of [
    ["project", "SELECT *, project AS member FROM life"],
    [
      "grant_code",
      `SELECT result, grant_code AS member, min(year) AS first, max(year) AS last, min_by(score, year) AS baseline, max_by(score, year) AS latest
       FROM funded WHERE score IS NOT NULL GROUP BY collective, result, grant_code`,
    ],
  ] as const) {
    const groups = new Map<string, Followed[]>();
    for (const row of await followed(connection, lives)) {
      const key = `${row.result}|${row.member}`;
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
    for (const group of groups.values()) cells.push(...cellsOf(release, condition, group));
  }
  return cells;
}

function cellsOf(release: number, condition: "project" | "grant_code", group: readonly Followed[]): Cell[] {
  const [{ result, member }] = group as [Followed];
  const made = progress(
    group.flatMap(({ baseline, latest, count }) =>
      Array.from({ length: count }, () => ({ baseline, latest, target: scale.inPlaceFrom })),
    ),
  );
  if (made.kind === "refused") return [];
  const year_from = Math.min(...group.map((row) => row.year_from));
  const year = Math.max(...group.map((row) => row.year));
  return progressClasses.map((name) => {
    const { k, lower, upper } = made.classes[name];
    const conditions = { figure: figureOf[name], presence: "stayers", year_from, year, [condition]: member };
    return candidate(release, result, { ...conditions, ...counted(made.n, k), interval_lo: lower, interval_hi: upper });
  });
}

/** How many collectives went from one score to another in each project or grant. */
function followed(connection: DuckDBConnection, lives: string): Promise<Followed[]> {
  return all<Followed>(
    connection,
    `SELECT result, member, baseline, latest, min(first) AS year_from, max(last) AS year, count(*)::INTEGER AS count
     FROM (${lives}) WHERE first < last GROUP BY result, member, baseline, latest ORDER BY result, member, baseline, latest`,
  );
}
