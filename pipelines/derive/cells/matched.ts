import type { Cell } from "@trama/data/schema";
import { all, type DuckDBConnection } from "@trama/data/store";
import { candidate, counted } from "./candidate.ts";
import { keyOf } from "./place.ts";

/** Counts of one result and place between two years. `k` is always the number in place. */
interface Pair extends Record<(typeof counts)[number], number> {
  readonly result: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly year_from: number;
  readonly year: number;
}

const counts = [
  "stayers",
  "before",
  "after",
  "gained",
  "lost",
  "joiners",
  "joiners_k",
  "leavers",
  "leavers_k",
  "started",
  "started_k",
  "stopped",
  "stopped_k",
] as const;

/**
 * What became of the same collectives between any two years: a stayer is scored in both; a joiner is scored in the later
 * and was not accompanied in the earlier, a leaver the reverse; one accompanied in both and scored in one had its scoring
 * started or stopped. The years of a collective and result are the bits of a number (at most 62 years), and collectives
 * with the same life are counted together, so that every pair of years is looked at without joining scores again.
 */
const query = `
  WITH first AS (SELECT min(year) AS year FROM year_score),
  present AS (SELECT collective, bit_or(1::BIGINT << (y.year - f.year)::INTEGER) AS there FROM (SELECT DISTINCT collective, year FROM year_score) y, first f GROUP BY collective),
  years AS (SELECT DISTINCT year FROM year_score),
  pairs AS (
    SELECT a.year AS year_from, b.year, 1::BIGINT << (a.year - f.year)::INTEGER AS b1, 1::BIGINT << (b.year - f.year)::INTEGER AS b2
    FROM years a, years b, first f WHERE a.year < b.year
  ),
  life AS (
    SELECT collective, result, any_value(country) AS country, any_value(region) AS region,
           bit_or(1::BIGINT << (s.year - f.year)::INTEGER) AS was_scored,
           bit_or(CASE WHEN score >= 3 THEN 1::BIGINT << (s.year - f.year)::INTEGER ELSE 0 END) AS was_placed
    FROM scored s, first f WHERE score IS NOT NULL GROUP BY collective, result
  ),
  alike AS (
    SELECT result, country, region, there, was_scored, was_placed, count(*) AS c
    FROM life JOIN present USING (collective) GROUP BY ALL
  ),
  told AS (
    SELECT result, country, region, year_from, year, c,
           was_scored & b1 <> 0 AS s1, was_scored & b2 <> 0 AS s2, was_placed & b1 <> 0 AS k1, was_placed & b2 <> 0 AS k2,
           there & b1 <> 0 AS t1, there & b2 <> 0 AS t2
    FROM alike, pairs WHERE was_scored & (b1 | b2) <> 0
  ),
  counted AS (
    SELECT result, country, region, year_from, year,
      sum(c) FILTER (s1 AND s2) AS stayers, sum(c) FILTER (s1 AND s2 AND k1) AS before, sum(c) FILTER (s1 AND s2 AND k2) AS after,
      sum(c) FILTER (s1 AND s2 AND NOT k1 AND k2) AS gained, sum(c) FILTER (s1 AND s2 AND k1 AND NOT k2) AS lost,
      sum(c) FILTER (NOT s1 AND NOT t1) AS joiners, sum(c) FILTER (NOT s1 AND NOT t1 AND k2) AS joiners_k,
      sum(c) FILTER (NOT s2 AND NOT t2) AS leavers, sum(c) FILTER (NOT s2 AND NOT t2 AND k1) AS leavers_k,
      sum(c) FILTER (NOT s1 AND t1) AS started, sum(c) FILTER (NOT s1 AND t1 AND k2) AS started_k,
      sum(c) FILTER (NOT s2 AND t2) AS stopped, sum(c) FILTER (NOT s2 AND t2 AND k1) AS stopped_k
    FROM told GROUP BY result, country, region, year_from, year
  )
  SELECT result, country, region, year_from, year, ${counts.map((name) => `coalesce(sum(${name}), 0)::INTEGER AS ${name}`).join(", ")}
  FROM counted
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
