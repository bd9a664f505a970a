import { z } from "zod";
import { spellingFinder } from "./fold.ts";
import type { Labels, Lang } from "./languages.ts";

/** One category: a stable code and its name in every language. `aliases` are other spellings met in reports. */
export interface CodelistEntry<C extends string> {
  readonly code: C;
  readonly label: Labels;
  readonly aliases?: readonly string[];
}

/** A closed list of categories. Codes are never reused or renamed; labels may be improved. */
export interface Codelist<C extends string> {
  readonly id: string;
  readonly codes: readonly CodelistEntry<C>[];
  /** Accepts exactly the codes. */
  readonly schema: z.ZodEnum<{ [K in C]: K }>;
  /** The code for a code, a label in any language or an alias, whatever its case and accents; undefined when none or several fit. */
  match(text: string): C | undefined;
  /** The name of a code in one language. */
  labelOf(code: C, lang: Lang): string;
}

/** The code type of a list: `CodeOf<typeof settings>` is `"rural" | "urban" | …`. */
export type CodeOf<L> = L extends Codelist<infer C> ? C : never;

/** Makes a code list from its entries. */
export function defineCodelist<const C extends string>(id: string, codes: readonly CodelistEntry<C>[]): Codelist<C> {
  const labels = new Map<C, Labels>(codes.map((entry) => [entry.code, entry.label]));
  return {
    id,
    codes,
    schema: z.enum(codes.map((entry) => entry.code)) as unknown as z.ZodEnum<{ [K in C]: K }>,
    match: spellingFinder(() => spellings(codes)),
    labelOf(code, lang) {
      const label = labels.get(code);
      if (!label) throw new Error(`The code list ${id} has no code "${code}".`);
      return label[lang];
    },
  };
}

function* spellings<C extends string>(codes: readonly CodelistEntry<C>[]): Generator<readonly [string, C]> {
  for (const { code, label, aliases = [] } of codes) {
    for (const text of [code, ...Object.values(label), ...aliases]) yield [text, code];
  }
}
