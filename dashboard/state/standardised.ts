import type { StandardisedAnswer } from "@trama/api/contract";
import { type Base, regionsByName } from "./base.ts";
import type { Row } from "./rows.ts";

const none = [null, null] as [null, null];

/** Regions on one mix of collective types, as rows beside those of the regions as they are. */
export function standardisedRows({ regions }: Pick<StandardisedAnswer, "regions">, base: Base): Row[] {
  const places = new Map(regionsByName(base).map((place) => [place.code, place]));
  const labels = new Map(base.framework.results.map(({ code, label }) => [code, label]));
  return regions.flatMap((row): Row[] => {
    const place = places.get(row.region);
    if (!place) return [];
    const about = { result: row.result, resultLabel: labels.get(row.result) ?? row.result, place, year: row.year };
    const figures = { n: none, k: none, share: row.share, interval: none, median: none };
    return [{ kind: row.status, ...about, ...figures, type: "standardised", flags: ["standardised"], asOf: null }];
  });
}

/** The mix of one year: its types with their weights, the heaviest first, and how much of the world it speaks for. */
export function mixOf(
  { regions }: Pick<StandardisedAnswer, "regions">,
  result: string,
): { year: number; covers: number; weights: readonly (readonly [type: string, weight: number])[] } | null {
  const found = regions
    .filter((row) => row.result === result && row.status === "value")
    .sort((a, b) => b.year - a.year)[0];
  if (!found) return null;
  const weights = Object.entries(found.weights).sort((a, b) => b[1] - a[1]);
  return { year: found.year, covers: found.covers, weights };
}
