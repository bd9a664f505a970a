import { changeParts } from "../../../../data/entry/workbook/package.ts";

/** The text parts of a workbook by path. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  changeParts(bytes, (path, text) => {
    parts.set(path, text());
    return undefined;
  });
  return parts;
}
