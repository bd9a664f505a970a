import { type CodeOf, defineCodelist } from "./codelist.ts";

/** How long a grant was agreed for: protection of collectives takes years, and short grants are told apart. */
export const fundingTerms = defineCodelist("funding-term", [
  {
    code: "long",
    label: { en: "Long-term", es: "A largo plazo", fr: "À long terme" },
    aliases: ["largo plazo", "long terme"],
  },
  {
    code: "short",
    label: { en: "Short-term", es: "A corto plazo", fr: "À court terme" },
    aliases: ["corto plazo", "court terme", "corto", "court"],
  },
  {
    code: "unknown",
    label: { en: "Not known", es: "Se desconoce", fr: "Non connu" },
    aliases: ["desconocido", "inconnu"],
  },
]);

export type FundingTerm = CodeOf<typeof fundingTerms>;
