import { type CodeOf, defineCodelist } from "./codelist.ts";

/** What kind of independent actor confirmed a change: neither the collective nor Protection International. A proposal. */
export const substantiators = defineCodelist("substantiator", [
  {
    code: "other-collective",
    label: { en: "Another collective", es: "Otro colectivo", fr: "Un autre collectif" },
  },
  {
    code: "organisation",
    label: { en: "An organisation or network", es: "Una organización o red", fr: "Une organisation ou un réseau" },
  },
  { code: "authority", label: { en: "An authority", es: "Una autoridad", fr: "Une autorité" } },
  {
    code: "researcher",
    label: {
      en: "A researcher or evaluator",
      es: "Una persona investigadora o evaluadora",
      fr: "Une personne chercheuse ou évaluatrice",
    },
  },
  { code: "media", label: { en: "The media", es: "Los medios", fr: "Les médias" } },
  { code: "other", label: { en: "Somebody else", es: "Otra persona o entidad", fr: "Quelqu'un d'autre" } },
]);

export type Substantiator = CodeOf<typeof substantiators>;
