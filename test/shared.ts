import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const places = ["../shared", "../../shared"].map((place) => fileURLToPath(new URL(place, `file://${root}`)));

/** A file or folder of the shared test material; undefined on a machine that does not have it. */
export function shared(path: string): string | undefined {
  return places.map((place) => `${place}/${path}`).find(existsSync);
}
