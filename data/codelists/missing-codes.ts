import { type CodeOf, defineCodelist } from "./codelist.ts";

/** Why there is no score. None of these is a zero and none is merged with another. */
export const missingCodes = defineCodelist("missing-code", [
  {
    code: "NA",
    label: { en: "Not applicable", es: "No aplica", fr: "Sans objet" },
    aliases: ["N/A", "not applicable in this context", "s. o.", "ne s'applique pas", "non applicable"],
  },
  {
    code: "NK",
    label: { en: "Asked, not known", es: "Se preguntó, no se sabe", fr: "Demandé, non connu" },
    aliases: ["not known", "no se sabe", "non connu"],
  },
  {
    code: "NR",
    label: { en: "Not reported", es: "No reportado", fr: "Non rapporté" },
    aliases: ["sin reportar", "no informado", "non communiqué"],
  },
  {
    code: "WH",
    label: { en: "Withheld for safety", es: "Reservado por seguridad", fr: "Retenu pour sécurité" },
    aliases: ["withheld", "reservado", "retenu"],
  },
  {
    code: "NS",
    label: {
      en: "Not scored this period, by plan",
      es: "Sin puntuar en este período, según lo planeado",
      fr: "Non noté cette période, comme prévu",
    },
    aliases: ["not scored", "sin puntuar", "no puntuado", "non noté"],
  },
]);

export type MissingCode = CodeOf<typeof missingCodes>;
