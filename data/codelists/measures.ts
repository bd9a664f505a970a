import { type CodeOf, defineCodelist } from "./codelist.ts";

/** What an indicator measures; each measure has its own aggregation and they are never mixed in one figure. */
export const measures = defineCodelist("measure", [
  {
    code: "ordinal",
    label: { en: "Ordinal score", es: "Puntuación ordinal", fr: "Note ordinale" },
    aliases: ["ordinal", "ordinale"],
  },
  {
    code: "count",
    label: { en: "Count", es: "Conteo", fr: "Dénombrement" },
    aliases: ["number", "número", "nombre", "recuento"],
  },
  { code: "percentage", label: { en: "Percentage", es: "Porcentaje", fr: "Pourcentage" }, aliases: ["percent", "pct"] },
  {
    code: "qualitative",
    label: { en: "Qualitative statement", es: "Enunciado cualitativo", fr: "Énoncé qualitatif" },
    aliases: ["cualitativo", "qualitatif"],
  },
]);

export type Measure = CodeOf<typeof measures>;
