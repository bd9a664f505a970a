import { type CodeOf, defineCodelist } from "./codelist.ts";

/** How much pressure the collective was under in a period. Ordered from none to severe; a proposal. */
export const pressureLevels = defineCodelist("pressure-level", [
  { code: "none", label: { en: "None", es: "Ninguna", fr: "Aucune" } },
  { code: "low", label: { en: "Low", es: "Baja", fr: "Faible" } },
  { code: "high", label: { en: "High", es: "Alta", fr: "Élevée" } },
  { code: "severe", label: { en: "Severe", es: "Grave", fr: "Très grave" } },
]);

export type PressureLevel = CodeOf<typeof pressureLevels>;
