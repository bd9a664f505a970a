import { results } from "@trama/data/framework";
import { headline, smallN, unverifiedFrom } from "@trama/data/statistics";
import type { Cell } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { type Counts, countScores, type Ground, groundOf, type Narrowed } from "./scores.ts";

/**
 * Exact figures of what lies in reach: every result × place × year asked about, with or without scores. A place and year
 * without a single row has no data.
 */
export async function findExactCells(rows: ScopedDb, release: number, asked: Narrowed): Promise<Cell[]> {
  const [counts, ground] = await Promise.all([countScores(rows, asked), groundOf(rows, asked)]);
  return gridOf(counts, ground, release, asked);
}

/** Cells of counts: a row for each result asked about, in each of the places and years. */
function gridOf(counts: readonly Counts[], ground: readonly Ground[], release: number, asked: Narrowed): Cell[] {
  const byKey = new Map(counts.map((row) => [keyOf(row.result, row), row]));
  const places = [
    ...new Map(ground.map(({ country, region }) => [`${region}|${country}`, { country, region }])).values(),
  ];
  const operated = new Set(ground.map((row) => keyOf("", row)));
  const years = [...new Set(ground.map(({ year }) => year))].sort((a, b) => a - b);
  places.sort((a, b) => compare(a.region, b.region) || compare(a.country, b.country));
  return results
    .filter(({ code }) => !asked.result || asked.result.includes(code))
    .filter(({ dimension }) => asked.dimension === undefined || dimension === asked.dimension)
    .flatMap(({ code, dimension, subdimension }) =>
      places.flatMap((place) =>
        years.map((year): Cell => {
          const about = {
            result: code,
            dimension,
            sub_dimension: subdimension,
            ...place,
            year,
            type: asked.type ?? null,
            as_of: release,
          };
          const row = byKey.get(keyOf(code, { ...place, year }));
          if (!row && !operated.has(keyOf("", { ...place, year }))) return { ...about, ...nothing, status: "no-data" };
          return { ...about, ...figuresOf(row) };
        }),
      ),
    );
}

const none: [null, null] = [null, null];
const nothing = { n: none, k: none, share: none, interval: none, median: none, flags: [] as string[] };

/** The exact figures of counted scores, with their cautions. */
function figuresOf(row: Counts | undefined): Pick<Cell, keyof typeof nothing | "status"> {
  const found = headline(row?.scores ?? [0, 0, 0, 0, 0]);
  if (found.kind === "refused" || !row) return { ...nothing, status: "value", n: [0, 0], k: [0, 0] };
  const { n, k, share, interval, median } = found;
  const flags = [
    ...(n < smallN ? ["small-n"] : []),
    ...(setChanged(row, n) ? ["changed-set"] : []),
    ...(k > 0 && row.unverified / k >= unverifiedFrom ? ["unverified"] : []),
    ...(row.versions > 1 ? ["rubric-changed"] : []),
  ];
  return {
    status: "value",
    n: [n, n],
    k: [k, k],
    share: [share, share],
    interval: [interval.lower, interval.upper],
    median: [median.lower, median.upper],
    flags,
  };
}

/** Whether other collectives were scored than the year before. */
function setChanged({ also_before, scored_before, has_before }: Counts, n: number): boolean {
  return has_before && (also_before !== n || also_before !== scored_before);
}

function keyOf(result: string, { country, region, year }: Pick<Counts, "country" | "region" | "year">): string {
  return `${result}|${region}|${country}|${year}`;
}

function compare(a: string | null, b: string | null): number {
  return (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
}
