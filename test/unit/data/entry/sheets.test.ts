import { fold } from "@trama/data/codelists";
import { fieldsOf, sheets } from "@trama/data/entry";
import { describe, expect, it } from "vitest";

describe("the declared sheets", () => {
  it.each(sheets)("$key: no header, in any language, could mean two columns", (sheet) => {
    const meanings = new Map<string, Set<string>>();
    for (const { key, label } of fieldsOf(sheet)) {
      for (const text of [key, ...Object.values(label)]) {
        const spelling = fold(text);
        meanings.set(spelling, new Set([...(meanings.get(spelling) ?? []), key]));
      }
    }
    const ambiguous = [...meanings].filter(([, keys]) => keys.size > 1).map(([spelling]) => spelling);
    expect(ambiguous).toEqual([]);
  });
});
