import type { Lang } from "../../codelists/index.ts";
import { referenceSheets } from "../reference-sheets.ts";
import { choicesOf } from "./choices.ts";

/** Lists too long to stand inside a validation, each in a column of its own on the hidden sheet. */
const onSheet = [
  "country",
  "period",
  "collective-type",
  "panel",
  "result",
  "actor-type",
  "tie-function",
  "tie-direction",
  "pressure-kind",
] as const;

/** A validation's own list may hold 255 characters, separators included, and its values no comma. */
const longestInline = 255;
const firstRow = 3;

/** Columns of the hidden sheet: name of the list (no header of an entry sheet), then what the drop-down offers. */
export function listColumns(lang: Lang): readonly (readonly (string | number)[])[] {
  return onSheet.map((list) => [`list: ${list}`, ...choicesOf(list, lang).map(({ shown }) => shown)]);
}

/** How a drop-down names its values: inside itself when they are short enough, else a range of the hidden sheet. */
export function listSource(list: string, lang: Lang): { values: string[] } | { formula1: string } {
  const column = (onSheet as readonly string[]).indexOf(list);
  const shown = choicesOf(list, lang).map((choice) => String(choice.shown));
  if (column < 0) {
    if (shown.join(",").length > longestInline || shown.some((text) => text.includes(","))) {
      throw new Error(`The list "${list}" does not fit into a validation: put it on the lists sheet.`);
    }
    return { values: shown };
  }
  const letter = String.fromCharCode(65 + column);
  return {
    formula1: `'${referenceSheets.lists[lang]}'!$${letter}$${firstRow}:$${letter}$${firstRow + shown.length - 1}`,
  };
}
