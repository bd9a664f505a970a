import { type Labels, type Lang, tieLevels } from "../codelists/index.ts";
import { actions } from "./actions.ts";
import { capacities } from "./capacities.ts";
import type { ItemCode } from "./item.ts";
import { textOf } from "./text.ts";

/** What a trait speaks of. */
export type TraitKind = "action" | "capacity" | "tie" | "pressure";

/** Something that is so of a collective in a year, or is not; where nothing was told it is neither. */
export interface Trait {
  readonly code: string;
  readonly kind: TraitKind;
  readonly label: Labels;
}

/** Levels beyond the collective, in the order from near to far: the publication asks for a network at each. */
export const tieLevelsBeyond = tieLevels.codes.filter(({ code }) => code !== "inside");

const tieAt: Labels = { en: "Active tie", es: "Vínculo activo", fr: "Lien actif" };
const each = (of: (lang: Lang) => string): Labels => ({ en: of("en"), es: of("es"), fr: of("fr") });
const items = (kind: TraitKind, of: readonly { readonly code: ItemCode }[]): Trait[] =>
  of.map(({ code }) => ({ code, kind, label: each((lang) => textOf(code, lang).label) }));

/**
 * The traits of which the share of collectives is public: which actions they report, capacities in place (score 3 or 4),
 * levels with an active tie, and high pressure. None follows from another, so that each can be protected by itself.
 */
export const traits: readonly Trait[] = [
  ...items("action", actions),
  ...items("capacity", capacities),
  ...tieLevelsBeyond.map(
    ({ code, label }): Trait => ({
      code: `tie:${code}`,
      kind: "tie",
      label: each((lang) => `${tieAt[lang]}: ${label[lang].toLocaleLowerCase(lang)}`),
    }),
  ),
  {
    code: "pressure:high",
    kind: "pressure",
    label: {
      en: "Under high or severe pressure",
      es: "Bajo presión alta o grave",
      fr: "Sous pression élevée ou très grave",
    },
  },
];

/** Codes of the traits, in their order. */
export const traitCodes: readonly string[] = traits.map(({ code }) => code);
