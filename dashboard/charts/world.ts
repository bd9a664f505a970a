import type { ExtendedFeature } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { World } from "../world/make.ts";

/** A country or area as it is drawn; `code` is its M49 code, null where the source gives none. */
export interface Shape {
  readonly code: string | null;
  /** What the source calls an area without a code. */
  readonly name: string | null;
  readonly geometry: ExtendedFeature;
}

/** The world, ready to be projected. */
export interface WorldShapes {
  readonly shapes: readonly Shape[];
  readonly borders: ReturnType<typeof mesh>;
  readonly middles: World["middles"];
  readonly source: string;
}

/** Makes the file's shapes ready. */
export function decode({ shapes, middles, source }: World): WorldShapes {
  const { countries } = shapes.objects;
  const { features } = feature(shapes, countries);
  return {
    shapes: features.map((geometry) => ({
      code: geometry.id === undefined ? null : String(geometry.id),
      name: geometry.id === undefined ? geometry.properties.name : null,
      geometry: geometry as ExtendedFeature,
    })),
    borders: mesh(shapes, countries, (a, b) => a !== b),
    middles,
    source,
  };
}
