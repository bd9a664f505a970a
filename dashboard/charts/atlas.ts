import type { World } from "../world/make.ts";
import type { drawMap } from "./map.ts";
import type { WorldShapes } from "./world.ts";

/** What it takes to draw a map. */
export interface Atlas {
  readonly drawMap: typeof drawMap;
  readonly world: WorldShapes;
}

let loaded: Atlas | undefined;

/** Loads shapes and drawing once; they are sent to those who look at a map, and to nobody else. */
export async function loadAtlas(): Promise<Atlas> {
  const [{ drawMap }, { decode }, shapes] = await Promise.all([
    import("./map.ts"),
    import("./world.ts"),
    import("../world/shapes.json", { with: { type: "json" } }),
  ]);
  loaded ??= { drawMap, world: decode(shapes.default as unknown as World) };
  return loaded;
}

/** What `loadAtlas` has loaded. */
export function getAtlas(): Atlas {
  if (!loaded) throw new Error("The map is drawn before it is loaded.");
  return loaded;
}
