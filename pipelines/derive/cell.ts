import { collectiveTypes, findCountry } from "@trama/data/codelists";
import { results } from "@trama/data/framework";
import { type Cell, tables } from "@trama/data/schema";
import { type Distribution, headline } from "@trama/data/statistics";
import { all, append, type DuckDBConnection } from "@trama/data/store";

/** Where a cell lies: the world, a region or a country. */
interface Place {
  readonly country: string | null;
  readonly region: string | null;
}

interface Counts {
  result: string;
  country: string | null;
  region: string | null;
  year: number;
  type: string | null;
  scores: Distribution;
}

/** Below this many collectives a figure carries the flag `small-n`. */
const smallN = 10;

/**
 * Every candidate cell of the cube result × place × year × type, exact: share in place with its interval, median and the
 * distribution behind them. Each collective counts once per cell.
 */
export async function deriveCells(connection: DuckDBConnection, release: number): Promise<void> {
  const counts = new Map<string, Counts>();
  for (const row of await countScores(connection)) counts.set(keyOf(row.result, row, row.year, row.type), row);
  const operating = await operatingPlaces(connection);
  const years = [...new Set([...operating].map((key) => Number(key.split("|")[2])))].sort();
  const places = placesOf([...operating]);
  const types = [null, ...collectiveTypes.codes.map(({ code }) => code)];

  const cells: Cell[] = [];
  for (const result of results)
    for (const place of places)
      for (const year of years)
        for (const type of types) {
          const base = {
            ...blank,
            release,
            as_of: release,
            indicator: result.code,
            result: result.code,
            dimension: result.dimension,
            sub_dimension: result.subdimension,
            ...place,
            year,
            type,
          };
          const found = counts.get(keyOf(result.code, place, year, type));
          const operated = operating.has(`${place.country}|${place.region}|${year}`);
          cells.push(
            operated ? { ...base, ...figures(found?.scores ?? [0, 0, 0, 0, 0]) } : { ...base, status: "no-data" },
          );
        }
  await append(connection, tables.cell, cells);
}

const blank: Cell = {
  release: 0,
  audience: "open",
  download: "cells",
  figure: "in_place",
  indicator: null,
  result: null,
  dimension: null,
  sub_dimension: null,
  country: null,
  region: null,
  year: 0,
  year_from: null,
  presence: "all",
  type: null,
  formality: null,
  setting: null,
  panel: null,
  funder: null,
  project: null,
  grant_code: null,
  score_from: null,
  score_to: null,
  status: "value",
  n_lo: null,
  n_hi: null,
  k_lo: null,
  k_hi: null,
  share_lo: null,
  share_hi: null,
  interval_lo: null,
  interval_hi: null,
  median_lo: null,
  median_hi: null,
  flags: [],
  as_of: 0,
};

/** The exact figures of a cell from its distribution of scores 0-4. */
function figures(scores: Distribution): Partial<Cell> {
  const found = headline(scores);
  if (found.kind === "refused") return { status: "value", n_lo: 0, n_hi: 0, k_lo: 0, k_hi: 0 };
  const { n, k, share, interval, median } = found;
  return {
    n_lo: n,
    n_hi: n,
    k_lo: k,
    k_hi: k,
    share_lo: share,
    share_hi: share,
    interval_lo: interval.lower,
    interval_hi: interval.upper,
    median_lo: median.lower,
    median_hi: median.upper,
    flags: n < smallN ? ["small-n"] : [],
  };
}

function countScores(connection: DuckDBConnection): Promise<Counts[]> {
  return all<Counts>(
    connection,
    `SELECT result, y.country, c.region, year, type,
            [count(*) FILTER (score = 0), count(*) FILTER (score = 1), count(*) FILTER (score = 2), count(*) FILTER (score = 3), count(*) FILTER (score = 4)] AS scores
     FROM year_score y JOIN country c USING (country)
     WHERE score IS NOT NULL
     GROUP BY GROUPING SETS (
       (result, year), (result, year, type), (result, year, c.region), (result, year, c.region, type),
       (result, year, c.region, y.country), (result, year, c.region, y.country, type))`,
  );
}

/** Places and years in which a programme operated: where any score or missing code was filed. */
async function operatingPlaces(connection: DuckDBConnection): Promise<Set<string>> {
  const rows = await all<{ country: string; year: number }>(
    connection,
    "SELECT DISTINCT country, year FROM year_score",
  );
  const keys = rows.flatMap(({ country, year }) => {
    const region = findCountry(country)?.region ?? null;
    return [`${country}|${region}|${year}`, `null|${region}|${year}`, `null|null|${year}`];
  });
  return new Set(keys);
}

function placesOf(operating: readonly string[]): Place[] {
  const places = new Map<string, Place>();
  for (const key of [...operating].sort()) {
    const [country, region] = key.split("|").map((part) => (part === "null" ? null : part)) as [
      string | null,
      string | null,
    ];
    places.set(`${country}|${region}`, { country, region });
  }
  return [...places.values()];
}

function keyOf(result: string, { country, region }: Place, year: number, type: string | null): string {
  return [result, country, region, year, type].join("|");
}
