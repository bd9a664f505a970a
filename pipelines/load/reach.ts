import { all, type DuckDBConnection } from "@trama/data/store";
import type { Refusal } from "../step.ts";

/** How far somebody who files over HTTP may reach: rows of these countries, or of these projects. */
export interface Reach {
  readonly countries: readonly string[];
  readonly projects: readonly string[];
}

/** The reach as parameters of a statement; a list is never empty, since DuckDB would not know what it holds. */
export function reachParameters({ countries, projects }: Reach): { countries: string[]; projects: string[] } {
  return { countries: [...countries, "(none)"], projects: [...projects, "(none)"] };
}

/** Tables whose rows say of which country and project they are. */
const placed = ["observation", "collective", "project", "funding", "target", "action", "tie", "outcome_statement"];
/** Tables of other publishers' results, which have a country only. */
const published = ["published_result", "published_activity"];

/**
 * Why a report may not be loaded by somebody of that reach; undefined where it may. Asked inside the loading transaction:
 * every row must lie in reach, and so must whatever else is known of the collectives and projects it speaks of, since a
 * later report about them takes the place of an earlier one.
 */
export async function beyondReach(
  connection: DuckDBConnection,
  report: string,
  name: string,
  reach: Reach,
): Promise<Refusal | undefined> {
  const own = "coalesce(list_contains($countries::VARCHAR[], country), false)";
  const within = `(${own} OR coalesce(list_contains($projects::VARCHAR[], project), false))`;
  const rows = [
    ...placed.map((table) => `SELECT country, project FROM ${table} WHERE report = $report AND NOT ${within}`),
    ...published.map(
      (table) => `SELECT country, NULL::VARCHAR AS project FROM ${table} WHERE report = $report AND NOT ${own}`,
    ),
  ];
  const named = (column: string) =>
    placed
      .filter((table) => column === "project" || !["project", "funding", "target"].includes(table))
      .map((table) => `SELECT ${column} FROM ${table} WHERE report = $report`)
      .join(" UNION ");
  const elsewhere = ["project", "collective"].flatMap((column) =>
    placed
      .filter((table) => column === "project" || !["project", "funding", "target"].includes(table))
      .map(
        (table) =>
          `SELECT country, project FROM ${table} WHERE report <> $report AND NOT ${within} AND ${column} IN (${named(column)})`,
      ),
  );
  const parameters = { report, ...reachParameters(reach) };
  const beyond = await all<{ country: string | null; project: string | null }>(
    connection,
    `SELECT DISTINCT country, project FROM (${rows.join(" UNION ALL ")}) ORDER BY ALL LIMIT 10`,
    parameters,
  );
  if (beyond.length > 0) {
    const places = beyond.map(({ country, project }) => project ?? country ?? "no country").join(", ");
    return {
      code: "reach.rows",
      message: `${name}: it has rows of ${places}, which lie outside your countries and projects. Leave them out, or have somebody file it who may; nothing was loaded.`,
    };
  }
  const others = await all(connection, `SELECT 1 FROM (${elsewhere.join(" UNION ALL ")}) LIMIT 1`, parameters);
  if (others.length === 0) return undefined;
  return {
    code: "reach.others",
    message: `${name}: it speaks of a collective or project that somebody outside your countries and projects reports about. Check its codes, or have them file it; nothing was loaded.`,
  };
}
