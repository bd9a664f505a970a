import {
  type Codelist,
  collectiveTypes,
  formality,
  fundingTerms,
  iatiMeasures,
  iatiResultTypes,
  matchCountry,
  panels,
  settings,
} from "@trama/data/codelists";
import { resultCodes } from "@trama/data/framework";

const lists: readonly Pick<Codelist<string>, "id" | "match">[] = [
  collectiveTypes,
  formality,
  fundingTerms,
  iatiMeasures,
  iatiResultTypes,
  panels,
  settings,
  { id: "country", match: (text) => matchCountry(text)?.alpha3 },
  { id: "result", match: matchCode(resultCodes) },
];

const byId = new Map(lists.map((list) => [list.id, list]));

/** The code that a text means in a code list; undefined where it means none or more than one. */
export function matchIn(listId: string, text: string): string | undefined {
  const list = byId.get(listId);
  if (!list) throw new Error(`There is no code list ${listId}.`);
  return list.match(text);
}

/** Matches a code as typed, or the code at the head of a drop-down's "ST1 · Label". */
function matchCode(codes: readonly string[]): (text: string) => string | undefined {
  const known = new Set(codes);
  return (text) => {
    const code = /^[A-Za-z]{1,2}\d{1,2}\b/.exec(text.trim())?.[0].toUpperCase();
    return code !== undefined && known.has(code) ? code : undefined;
  };
}
