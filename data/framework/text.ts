import { z } from "zod";
import type { Lang } from "../codelists/languages.ts";
import { Dimension, ItemCode, Locus, Subdimension } from "./item.ts";
import en from "./text/en.json" with { type: "json" };
import es from "./text/es.json" with { type: "json" };
import fr from "./text/fr.json" with { type: "json" };

const words = z.string().trim().min(1);

/** What is written about one item. `short` fits a chart row. */
export const ItemText = z.strictObject({
  label: words,
  short: words.max(28),
  definition: words,
  /** What a collective looks like at 0, 1, 2, 3 and 4. */
  anchors: z.array(words).length(5).readonly(),
  /** What a facilitator can look at. */
  verification: z.array(words).min(1).readonly(),
  note: words.optional(),
});
export type ItemText = z.infer<typeof ItemText>;

const Term = z.strictObject({ label: words, short: words.max(28), definition: words });
const perLevel = z.strictObject({ "0": words, "1": words, "2": words, "3": words, "4": words });

/** Everything the framework says in one language: the shape of `text/<lang>.json`. */
export const FrameworkText = z.strictObject({
  dimensions: z.record(Dimension, Term),
  subdimensions: z.record(Subdimension, Term),
  loci: z.record(Locus, Term),
  scores: perLevel,
  scoreRules: z.array(words).readonly(),
  missing: z.strictObject({ NA: words, NK: words, NR: words, WH: words, NS: words }),
  evidence: perLevel,
  contribution: perLevel,
  contributionRule: words,
  capacityCheck: words,
  items: z.record(ItemCode, ItemText),
});
export type FrameworkText = z.infer<typeof FrameworkText>;

/** The texts by language. Their shape is checked by the compiler and their content by a test, not at start-up. */
export const texts: Readonly<Record<Lang, FrameworkText>> = { en, es, fr };

/** What is written about an item in a language. */
export function textOf(code: ItemCode, lang: Lang): ItemText {
  return texts[lang].items[code];
}
