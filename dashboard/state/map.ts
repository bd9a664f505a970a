import type { Base, Place } from "./base.ts";
import { foldWithheld, type Row } from "./rows.ts";

/** A country on the map: its M49 code finds its shape. */
export interface MapSpot {
  readonly m49: string;
  readonly row: Row;
}

/** The countries of one result and year. Those without a published figure stay on the map, marked as such. */
export interface MapSeries {
  readonly spots: readonly MapSpot[];
  readonly folded: readonly Place[];
}

/** Builds the map's countries from rows of one result; only those of the year are drawn. */
export function mapSeries(rows: readonly Row[], year: number, base: Base): MapSeries {
  const m49 = new Map(base.countries.countries.map((country) => [country.country, country.m49]));
  const ofYear = rows.filter((row) => row.year === year);
  const spots = ofYear.flatMap((row) => {
    const code = m49.get(row.place.code);
    return code ? [{ m49: code, row }] : [];
  });
  return { spots, folded: foldWithheld(ofYear).folded };
}
