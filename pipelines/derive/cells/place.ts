import { findCountry } from "@trama/data/codelists";
import { all, type StatementRunner } from "@trama/data/store";

/** Where a cell lies: the world, a region or a country. */
export interface Place {
  readonly country: string | null;
  readonly region: string | null;
}

/** The places and years of a release, and in which of them a programme operated. */
export interface Ground {
  readonly places: readonly Place[];
  readonly years: readonly number[];
  operated(place: Place, year: number): boolean;
}

/** A programme operated where any score or missing code was filed. */
export async function groundOf(connection: StatementRunner): Promise<Ground> {
  const rows = await all<{ country: string; year: number }>(
    connection,
    "SELECT DISTINCT country, year FROM year_score ORDER BY country, year",
  );
  const world: Place = { country: null, region: null };
  const regions = new Map<string | null, Place>();
  const countries = new Map<string, Place>();
  const operating = new Set<string>();
  for (const { country, year } of rows) {
    const region = findCountry(country)?.region ?? null;
    regions.set(region, { country: null, region });
    countries.set(country, { country, region });
    for (const place of [world, { country: null, region }, { country, region }])
      operating.add(keyOf(place.country, place.region, year));
  }
  return {
    places: [world, ...regions.values(), ...countries.values()],
    years: [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b),
    operated: ({ country, region }, year) => operating.has(keyOf(country, region, year)),
  };
}

/** Joins a key's parts so that it can be looked up. */
export function keyOf(...parts: readonly (string | number | null)[]): string {
  return parts.join("|");
}
