import { collectiveTypes, findCountry, formality, panels, regions, settings } from "@trama/data/codelists";
import { actionCodes, capacityCodes, items, resultCodes, traitCodes } from "@trama/data/framework";
import { problems } from "../problems.ts";

const known: Readonly<Record<string, { readonly has: (code: string) => boolean; readonly example: string }>> = {
  result: { has: (code) => (resultCodes as readonly string[]).includes(code), example: "ST1" },
  indicator: { has: (code) => (resultCodes as readonly string[]).includes(code), example: "ST1" },
  action: { has: (code) => (actionCodes as readonly string[]).includes(code), example: "AT1" },
  capacity: { has: (code) => (capacityCodes as readonly string[]).includes(code), example: "C1" },
  item: { has: (code) => items.some((item) => item.code === code), example: "ST1" },
  trait: { has: (code) => traitCodes.includes(code), example: "AT1" },
  country: { has: (code) => findCountry(code) !== undefined, example: "GTM" },
  region: { has: (code) => regions.schema.safeParse(code).success, example: "africa" },
  type: { has: (code) => collectiveTypes.schema.safeParse(code).success, example: "trade-union" },
  formality: { has: (code) => formality.schema.safeParse(code).success, example: "informal" },
  panel: { has: (code) => panels.schema.safeParse(code).success, example: "women" },
  setting: { has: (code) => settings.schema.safeParse(code).success, example: "rural" },
};

/** Refuses codes that exist in no list: a mistyped code must not look like a place without figures. */
export function checkMembers(query: Readonly<Record<string, unknown>>): void {
  const errors = Object.entries(known).flatMap(([field, { has, example }]) => {
    const codes = [query[field]].flat().filter((code): code is string => typeof code === "string");
    return codes
      .filter((code) => !has(code))
      .map((code) => ({
        field,
        message:
          field === "indicator" && code.startsWith("L:")
            ? "Indicators that projects made for themselves are answered at /v1/indicators, for managers."
            : `"${code.slice(0, 40)}" is not known; write a code such as ${example}.`,
      }));
  });
  if (errors.length > 0) throw problems.invalidQuery(errors);
}
