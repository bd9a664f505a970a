import { findCodelist, matchCountry } from "@trama/data/codelists";
import { actionCodes, capacityCodes, matchItem, resultCodes, tieCodes } from "@trama/data/framework";

const items: Readonly<Record<string, ReadonlySet<string>>> = {
  result: new Set(resultCodes),
  action: new Set(actionCodes),
  capacity: new Set(capacityCodes),
  "framework-tie": new Set(tieCodes),
};

/** The code that a text means in a code list; undefined where it means none or more than one. */
export function matchIn(listId: string, text: string): string | undefined {
  if (listId === "country") return matchCountry(text)?.alpha3;
  const codes = items[listId];
  if (codes) return matchFramework(text, codes);
  const list = findCodelist(listId);
  if (!list) throw new Error(`There is no code list ${listId}.`);
  return list.match(text);
}

/** An item of the framework by its code, its label, or a drop-down's "ST1 · label". */
function matchFramework(text: string, codes: ReadonlySet<string>): string | undefined {
  const code = matchItem(text) ?? matchItem(text.split(/[\s·:-]/)[0] ?? "");
  return code !== undefined && codes.has(code) ? code : undefined;
}
