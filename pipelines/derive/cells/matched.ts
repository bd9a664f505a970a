import type { Cell } from "@trama/data/schema";
import { all, type DuckDBConnection } from "@trama/data/store";
import { candidate, counted } from "./candidate.ts";
import { keyOf } from "./place.ts";

/** Counts of one result and place between two years. `k` is always the number in place. */
interface Pair {
  result: string;
  country: string | null;
  region: string | null;
  year_from: number;
  year: number;
  stayers: number;
  before: number;
  after: number;
  gained: number;
  lost: number;
  joiners: number;
  joiners_k: number;
  leavers: number;
  leavers_k: number;
  started: number;
  started_k: number;
  stopped: number;
  stopped_k: number;
}

/**
 * What became of the same collectives between any two years: a stayer is scored in both; a joiner is scored in the later
 * and was not accompanied in the earlier, a leaver the reverse; one accompanied in both and scored in one had its scoring
 * started or stopped.
 */
const query = `
  WITH present AS (SELECT DISTINCT collective, year FROM year_score),
  years AS (SELECT DISTINCT year FROM present),
  pairs AS (SELECT a.year AS year_from, b.year FROM years a JOIN years b ON a.year < b.year),
  score AS (SELECT collective, result, country, region, year, score >= 3 AS in_place FROM scored WHERE score IS NOT NULL),
  earlier AS (SELECT s.* EXCLUDE (year), p.year_from, p.year FROM score s JOIN pairs p ON s.year = p.year_from),
  later AS (SELECT s.* EXCLUDE (year), p.year_from, p.year FROM score s JOIN pairs p ON s.year = p.year),
  paired AS (
    SELECT collective, result, coalesce(e.country, l.country) AS country, coalesce(e.region, l.region) AS region, year_from, year,
           e.in_place AS was, l.in_place AS is_now
    FROM earlier e FULL JOIN later l USING (collective, result, year_from, year)
  ),
  told AS (
    SELECT b.*, p1.collective IS NOT NULL AS there_before, p2.collective IS NOT NULL AS there_after
    FROM paired b
    LEFT JOIN present p1 ON p1.collective = b.collective AND p1.year = b.year_from
    LEFT JOIN present p2 ON p2.collective = b.collective AND p2.year = b.year
  )
  SELECT result, country, region, year_from, year,
    count(*) FILTER (was IS NOT NULL AND is_now IS NOT NULL) AS stayers,
    count(*) FILTER (was AND is_now IS NOT NULL) AS before,
    count(*) FILTER (is_now AND was IS NOT NULL) AS after,
    count(*) FILTER (NOT was AND is_now) AS gained,
    count(*) FILTER (was AND NOT is_now) AS lost,
    count(*) FILTER (was IS NULL AND NOT there_before) AS joiners,
    count(*) FILTER (was IS NULL AND NOT there_before AND is_now) AS joiners_k,
    count(*) FILTER (is_now IS NULL AND NOT there_after) AS leavers,
    count(*) FILTER (is_now IS NULL AND NOT there_after AND was) AS leavers_k,
    count(*) FILTER (was IS NULL AND there_before) AS started,
    count(*) FILTER (was IS NULL AND there_before AND is_now) AS started_k,
    count(*) FILTER (is_now IS NULL AND there_after) AS stopped,
    count(*) FILTER (is_now IS NULL AND there_after AND was) AS stopped_k
  FROM told
  GROUP BY GROUPING SETS ((result, year_from, year), (result, year_from, year, region), (result, year_from, year, region, country))
  ORDER BY result, region NULLS FIRST, country NULLS FIRST, year_from, year`;

/** The matched cells, and the places and years whose set of collectives differs from the year before. */
export async function matchedCells(
  connection: DuckDBConnection,
  release: number,
): Promise<{ cells: Cell[]; changed: Set<string> }> {
  const pairs = await all<Pair>(connection, query);
  const changed = new Set<string>();
  const cells = pairs.flatMap((pair) => {
    const { result, country, region, year_from, year } = pair;
    if (year === year_from + 1 && pair.joiners + pair.leavers + pair.started + pair.stopped > 0)
      changed.add(keyOf(result, country, region, year));
    const cell = (figure: string, presence: string, n: number, k: number) =>
      candidate(release, result, { figure, presence, country, region, year_from, year, ...counted(n, k) });
    return [
      cell("in_place_before", "stayers", pair.stayers, pair.before),
      cell("in_place", "stayers", pair.stayers, pair.after),
      cell("gained", "stayers", pair.stayers, pair.gained),
      cell("lost", "stayers", pair.stayers, pair.lost),
      cell("in_place", "joiners", pair.joiners, pair.joiners_k),
      cell("in_place_before", "leavers", pair.leavers, pair.leavers_k),
      cell("scoring_started", "stayers", pair.started, pair.started_k),
      cell("scoring_stopped", "stayers", pair.stopped, pair.stopped_k),
    ];
  });
  return { cells, changed };
}
