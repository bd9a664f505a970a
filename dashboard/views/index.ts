import type { View } from "../state/view.ts";
import { compare } from "./compare.tsx";
import { methods } from "./methods.tsx";
import { overview } from "./overview.tsx";

/** Every view there is, in the order of the navigation. */
export const views: readonly View[] = [overview, compare, methods];
