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

/** What can be said of the mix on which the regions stand: what it is made of and leaves out, or why there is none. */
export type Mix =
  | {
      readonly kind: "mix";
      readonly year: number;
      readonly weights: readonly (readonly [type: string, weight: number])[];
      readonly leftOut: readonly string[];
      readonly covers: readonly { readonly region: string; readonly band: readonly [number, number] }[];
    }
  | { readonly kind: "no-type-in-common" }
  | { readonly kind: "covers-too-little"; readonly most: number };

/** The mix of the last year that has one, its types with their weights, the heaviest first; else why no year has one. */
export function mixOf({ regions }: Pick<StandardisedAnswer, "regions">, result: string): Mix {
  const own = regions.filter((row) => row.result === result);
  const year = Math.max(...own.filter(({ status }) => status === "value").map((row) => row.year));
  const rows = own.filter((row) => row.year === year && row.status === "value");
  const [found] = rows;
  if (found)
    return {
      kind: "mix",
      year,
      weights: Object.entries(found.weights).sort((a, b) => b[1] - a[1]),
      leftOut: found.left_out,
      covers: rows.map(({ region, covers }) => ({ region, band: covers })),
    };
  const little = new Map<number, number>();
  for (const row of own.filter(({ why }) => why === "covers-too-little"))
    little.set(row.year, Math.min(little.get(row.year) ?? 1, row.covers[0]));
  return little.size > 0
    ? { kind: "covers-too-little", most: Math.max(...little.values()) }
    : { kind: "no-type-in-common" };
}
