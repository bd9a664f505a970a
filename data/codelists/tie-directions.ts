import { type CodeOf, defineCodelist } from "./codelist.ts";

/** Who gives in a tie, seen from the collective. */
export const tieDirections = defineCodelist("tie-direction", [
  {
    code: "to",
    label: { en: "Given by the collective", es: "Brindado por el colectivo", fr: "Apporté par le collectif" },
  },
  {
    code: "from",
    label: { en: "Received by the collective", es: "Recibido por el colectivo", fr: "Reçu par le collectif" },
  },
  {
    code: "both",
    label: { en: "Both ways", es: "En ambos sentidos", fr: "Dans les deux sens" },
    aliases: ["two-way", "reciprocal", "recíproco", "réciproque"],
  },
]);

export type TieDirection = CodeOf<typeof tieDirections>;
