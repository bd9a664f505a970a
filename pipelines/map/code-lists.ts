import { findCodelist, matchCountry } from "@trama/data/codelists";
import { matchItem, resultCodes } from "@trama/data/framework";

const results = new Set<string>(resultCodes);

/** The code that a text means in a code list; undefined where it means none or more than one. */
export function matchIn(listId: string, text: string): string | undefined {
  if (listId === "country") return matchCountry(text)?.alpha3;
  if (listId === "result") return matchResult(text);
  const list = findCodelist(listId);
  if (!list) throw new Error(`There is no code list ${listId}.`);
  return list.match(text);
}

/** A result by its code, its label, or a drop-down's "ST1 · label". */
function matchResult(text: string): string | undefined {
  const code = matchItem(text) ?? matchItem(text.split(/[\s·:-]/)[0] ?? "");
  return code !== undefined && results.has(code) ? code : undefined;
}
