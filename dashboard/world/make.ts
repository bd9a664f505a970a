import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoCentroid } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

type Shapes = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** What the map draws, written to `shapes.json` by `npm run generate`. */
export interface World {
  readonly source: string;
  readonly shapes: Shapes;
  /** Every country of the finer set by its M49 code: where its middle lies and how many thousand km² it has. */
  readonly middles: Readonly<Record<string, readonly [lon: number, lat: number, area: number]>>;
}

const require = createRequire(import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(require.resolve(`world-atlas/${file}`), "utf8")) as Shapes;
/** Mean radius of the Earth squared, in thousand km² per steradian. */
const perSteradian = 6371 ** 2 / 1000;

/**
 * Makes the map's shapes from world-atlas (Natural Earth 1:110m, and 1:50m for what is too small there). Names and
 * borders stay as that source draws them; areas that it gives no code keep their name instead.
 */
export function makeWorld(): World {
  const coarse = read("countries-110m.json");
  const fine = read("countries-50m.json");
  const geometries = coarse.objects.countries.geometries
    .filter(({ id }) => id !== "010")
    .map((geometry) => {
      const { properties, ...rest } = geometry;
      return (geometry.id === undefined ? { ...rest, properties } : rest) as typeof geometry;
    });
  const shapes: Shapes = {
    ...coarse,
    objects: { countries: { type: "GeometryCollection", geometries } },
  };
  const { features } = feature(fine, fine.objects.countries);
  const middles = Object.fromEntries(
    features
      .filter(({ id }) => id !== undefined)
      .map((country) => {
        const [lon, lat] = geoCentroid(country);
        const round = (value: number) => Math.round(value * 10) / 10;
        return [String(country.id), [round(lon), round(lat), Math.round(geoArea(country) * perSteradian)] as const];
      }),
  );
  return { source: "Natural Earth, by way of world-atlas 2.0.2", shapes, middles };
}

/** The file's text. */
export function worldFile(): string {
  return `${JSON.stringify(makeWorld())}\n`;
}
