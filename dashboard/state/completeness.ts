import type { Completeness } from "@trama/api/contract";
import { type Base, countriesByName, type Place, regionsByName } from "./base.ts";
import type { HeatmapSeries } from "./heatmap.ts";
import type { Row } from "./rows.ts";

/** How many results of a country and year are published. */
export interface CompletenessRow {
  readonly place: Place;
  readonly region: string;
  readonly year: number;
  readonly value: number;
  readonly withheld: number;
  readonly noData: number;
}

/** Completeness with the names a reader knows, countries in the alphabet, years in the calendar's order. */
export function completenessRows(found: readonly Completeness[], base: Base): CompletenessRow[] {
  return countriesByName(base).flatMap((place) =>
    found
      .filter(({ country }) => country === place.code)
      .map(({ region, year, value, withheld, no_data }) => ({ place, region, year, value, withheld, noData: no_data })),
  );
}

/** The same as a heatmap: countries as lines under their region, years as columns, the published part as the tone. */
export function completenessSeries(rows: readonly CompletenessRow[], results: number, base: Base): HeatmapSeries {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const groups = regionsByName(base).flatMap(({ code, name }) => {
    const places = new Map(rows.filter(({ region }) => region === code).map(({ place }) => [place.code, place]));
    if (places.size === 0) return [];
    const results = [...places.values()].map((place) => ({ code: place.code, short: place.name, label: place.name }));
    return [{ label: name, results }];
  });
  const blank = [null, null] as [null, null];
  return {
    groups,
    places: years.map((year) => ({ code: `${year}`, name: `${year}` })),
    folded: [],
    rows: rows.map(({ place, year, value }): Row => {
      const share = results === 0 ? 0 : value / results;
      const nothing = { n: blank, k: blank, interval: blank, median: blank };
      const at = { result: place.code, resultLabel: place.name, place: { code: `${year}`, name: `${year}` }, year };
      return { kind: "value", ...at, type: null, ...nothing, share: [share, share], flags: [], asOf: null };
    }),
  };
}
