import { compare } from "./compare.tsx";
import { overview } from "./overview.tsx";
import type { View } from "./view.ts";

/** Every view there is, in the order of the navigation. */
export const views: readonly View[] = [overview, compare];
