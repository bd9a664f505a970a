import { actions } from "./actions.ts";
import { capacities } from "./capacities.ts";
import { type Dimension, type FrameworkItem, ItemCode, type Subdimension } from "./item.ts";
import { results } from "./results.ts";
import { ties } from "./ties.ts";

export { type Lang, languages } from "../codelists/languages.ts";
export { commonDisaggregations, type Disaggregation, disaggregations, findDisaggregation } from "./disaggregations.ts";
export * from "./item.ts";
export { matchItem } from "./match.ts";
export * from "./scale.ts";
export { FrameworkText, ItemText, textOf, texts } from "./text.ts";
export { type Trait, type TraitKind, tieLevelsBeyond, traitCodes, traits } from "./traits.ts";
export { version } from "./version.ts";
export { actions, capacities, results, ties };

/** Every item of the framework: results, actions, capacities, ties. */
export const items: readonly FrameworkItem[] = [...results, ...actions, ...capacities, ...ties];

/** The two dimensions and the parts they have. */
export const dimensions: readonly { readonly code: Dimension; readonly subdimensions: readonly Subdimension[] }[] = [
  { code: "spatial-territorial", subdimensions: [] },
  { code: "interaction-networks", subdimensions: ["internal", "external"] },
];

const itemsByCode = new Map<string, FrameworkItem>(items.map((item) => [item.code, item]));

/** The item with this code; undefined when there is none, as for a local indicator. */
export function findItem(code: string): FrameworkItem | undefined {
  return itemsByCode.get(code);
}

/** True for the code of an item of the framework. */
export function isItemCode(code: string): code is ItemCode {
  return ItemCode.safeParse(code).success;
}
