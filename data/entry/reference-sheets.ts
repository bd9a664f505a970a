import { type Words, words } from "./field.ts";

/** Sheets of the entry workbook that explain it and hold nothing to import. */
export const referenceSheets = {
  instructions: words(["Instructions", "Instrucciones", "Instructions"]),
  anchors: words(["Anchors", "Descriptores", "Descripteurs"]),
  lists: words(["Lists", "Listas", "Listes"]),
} as const satisfies Readonly<Record<string, Words>>;

/** Row (1 is the first) of an entry sheet where each thing stands; what a team fills in starts at `data`. */
export const entryRows = { purpose: 1, headers: 2, keys: 3, data: 4 } as const;
