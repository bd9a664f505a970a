import { collectiveTypes, formality, panels, settings } from "@trama/data/codelists";
import { results } from "@trama/data/framework";
import type { Cell } from "@trama/data/schema";
import { type Distribution, unverifiedFrom } from "@trama/data/statistics";
import { all, type DuckDBConnection } from "@trama/data/store";
import { candidate, exactFigures } from "./candidate.ts";
import { type Ground, keyOf, type Place } from "./place.ts";

type Condition = "type" | "formality" | "setting" | "panel" | "project" | "grant_code";

/** Levels counted in a place, for one member of a condition. */
export interface Counts {
  result: string;
  country: string | null;
  region: string | null;
  year: number;
  member: string | null;
  scores: Distribution;
  unverified: number;
  versions: number;
}

/** Sums of a tally, as `Counts` names them. */
export const sums = `[${[0, 1, 2, 3, 4].map((score) => `sum(s${score})::INTEGER`).join(", ")}] AS scores,
  sum(unverified)::INTEGER AS unverified, CASE WHEN min(version_lo) = max(version_hi) THEN 1 ELSE 2 END AS versions`;

/**
 * The share in place of every result × place × year, whole and divided by one condition at a time; each collective counts
 * once per cell. Exact: for the restricted side.
 */
export async function inPlaceCells(
  connection: DuckDBConnection,
  release: number,
  ground: Ground,
  changed: ReadonlySet<string>,
): Promise<Cell[]> {
  const lists: Record<"type" | "formality" | "setting" | "panel", readonly string[]> = {
    type: collectiveTypes.codes.map(({ code }) => code),
    formality: formality.codes.map(({ code }) => code),
    setting: settings.codes.map(({ code }) => code),
    panel: panels.codes.map(({ code }) => code),
  };
  const whole = await countScores(connection, "tally", "NULL");
  const cells = grid(release, ground, whole, undefined, [null], changed);
  for (const condition of ["type", "formality", "setting"] as const)
    cells.push(
      ...grid(release, ground, await countScores(connection, "tally", condition), condition, lists[condition], changed),
    );
  cells.push(
    ...grid(release, ground, await countScores(connection, "panel_tally", "panel"), "panel", lists.panel, new Set()),
  );
  for (const condition of ["project", "grant_code"] as const) {
    const found = await countScores(connection, condition === "project" ? "tally" : "funded_tally", condition);
    cells.push(
      ...found
        .filter(({ country, region, member }) => country === null && region === null && member !== null)
        .map((row) => filled(release, row, condition, [])),
    );
  }
  return cells;
}

/** Every candidate of the grid result × place × year × member, with or without scores behind it. */
function grid(
  release: number,
  ground: Ground,
  found: readonly Counts[],
  condition: Condition | undefined,
  members: readonly (string | null)[],
  changed: ReadonlySet<string>,
): Cell[] {
  const byKey = new Map(found.map((row) => [keyOf(row.result, row.country, row.region, row.year, row.member), row]));
  const cells: Cell[] = [];
  for (const { code } of results)
    for (const place of ground.places)
      for (const year of ground.years)
        for (const member of members) {
          const row = byKey.get(keyOf(code, place.country, place.region, year, member));
          const flags = changed.has(keyOf(code, place.country, place.region, year)) ? ["changed-set"] : [];
          if (!ground.operated(place, year))
            cells.push(candidate(release, code, { ...conditions(place, year, condition, member), status: "no-data" }));
          else
            cells.push(
              filled(
                release,
                row ?? { result: code, ...place, year, member, scores: [0, 0, 0, 0, 0], unverified: 0, versions: 1 },
                condition,
                flags,
              ),
            );
        }
  return cells;
}

/** A cell with its exact figures and the cautions that follow from them. */
export function filled(release: number, row: Counts, condition: Condition | undefined, flags: readonly string[]): Cell {
  const { result, country, region, year, member, scores, unverified, versions } = row;
  const inPlace = scores[3] + scores[4];
  const own = [
    ...(inPlace > 0 && unverified / inPlace >= unverifiedFrom ? ["unverified"] : []),
    ...(versions > 1 ? ["rubric-changed"] : []),
  ];
  return candidate(release, result, {
    ...conditions({ country, region }, year, condition, member),
    ...exactFigures(scores, [...flags, ...own]),
  });
}

function conditions(
  place: Place,
  year: number,
  condition: Condition | undefined,
  member: string | null,
): Partial<Cell> {
  return { ...place, year, ...(condition && member !== null ? { [condition]: member } : {}) };
}

function countScores(connection: DuckDBConnection, from: string, member: string): Promise<Counts[]> {
  return all<Counts>(
    connection,
    `SELECT result, country, region, year, member, ${sums}
     FROM (SELECT *, ${member} AS member FROM ${from})
     GROUP BY GROUPING SETS ((result, year, member), (result, year, region, member), (result, year, region, country, member))`,
  );
}
