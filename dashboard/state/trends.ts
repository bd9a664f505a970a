import type { Place } from "./base.ts";
import { bandOf, foldWithheld, type Row } from "./rows.ts";

/** One year of one panel. `stretch` numbers the unbroken runs: a line joins points of one stretch and no others. */
export interface TrendPoint {
  readonly year: number;
  readonly row: Row;
  readonly band: readonly [number, number] | null;
  readonly interval: readonly [number, number] | null;
  readonly stretch: number;
}

/** A small chart for one place. */
export interface TrendPanel {
  readonly place: Place;
  readonly points: readonly TrendPoint[];
  /** The region whose panel leads the line that this one stands in; null where panels follow one another freely. */
  readonly region: string | null;
  /** The same place on one mix of collective types, by year. */
  readonly standardised: readonly { readonly year: number; readonly band: readonly [number, number] }[];
}

/** One result over the years, a panel a place, all on the same scale. */
export interface TrendSeries {
  readonly measure: "share" | "median";
  readonly years: readonly [from: number, to: number];
  readonly panels: readonly TrendPanel[];
  readonly folded: readonly Place[];
}

/** Builds the panels of one result. A year without a figure breaks the line; it is never drawn as zero. */
export function trendSeries(
  rows: readonly Row[],
  years: readonly [number, number],
  measure: "share" | "median",
): TrendSeries {
  const { shown, folded } = foldWithheld(rows);
  const ofPlace = new Map<string, Row[]>();
  for (const row of shown) ofPlace.set(row.place.code, [...(ofPlace.get(row.place.code) ?? []), row]);
  const panels = [...ofPlace.values()]
    .filter((list) => list.some((row) => bandOf(row, measure) !== null || row.kind === "withheld"))
    .map((list) => ({ place: list[0]!.place, points: points(list, measure), region: null, standardised: [] }));
  return { measure, years, panels, folded };
}

/** Regions with their countries nested: each region's panel leads its countries' panels, all on one scale. */
export function nestedSeries(
  regions: TrendSeries,
  countries: TrendSeries,
  regionOf: ReadonlyMap<string, string>,
  standardised: readonly Row[],
): TrendSeries {
  const panels = regions.panels.flatMap((panel) => [
    {
      ...panel,
      region: panel.place.code,
      standardised: standardised
        .flatMap((row) => {
          const band = row.place.code === panel.place.code ? bandOf(row, "share") : null;
          return band ? [{ year: row.year, band }] : [];
        })
        .sort((a, b) => a.year - b.year),
    },
    ...countries.panels
      .filter(({ place }) => regionOf.get(place.code) === panel.place.code)
      .map((country) => ({ ...country, region: panel.place.code })),
  ]);
  return { ...regions, panels, folded: [...regions.folded, ...countries.folded] };
}

function points(rows: readonly Row[], measure: "share" | "median"): TrendPoint[] {
  let stretch = 0;
  let before: number | null = null;
  return [...rows]
    .sort((a, b) => a.year - b.year)
    .map((row) => {
      const band = bandOf(row, measure);
      const otherScale = row.flags.includes("rubric-changed");
      if (band === null || otherScale || (before !== null && row.year !== before + 1)) stretch += 1;
      before = row.year;
      const [lo, hi] = row.interval;
      const interval = band && measure === "share" && lo !== null && hi !== null ? ([lo, hi] as const) : null;
      return { year: row.year, row, band, interval, stretch };
    });
}
