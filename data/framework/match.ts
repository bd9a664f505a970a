import { spellingFinder } from "../codelists/fold.ts";
import { ItemCode } from "./item.ts";
import { texts } from "./text.ts";

const findCode = spellingFinder(itemSpellings);

/**
 * The item meant by a code or by a label or short label in any language, whatever its case and accents. Undefined when
 * unknown, or when several items go by that label in one language or another.
 */
export function matchItem(text: string): ItemCode | undefined {
  return findCode(text);
}

function* itemSpellings(): Generator<readonly [string, ItemCode]> {
  for (const code of ItemCode.options) {
    yield [code, code];
    for (const { items } of Object.values(texts)) {
      yield [items[code].label, code];
      yield [items[code].short, code];
    }
  }
}
