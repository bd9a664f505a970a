import { type CodeOf, defineCodelist } from "./codelist.ts";

/** Whether the collective is a structured organisation or an informal group. */
export const formality = defineCodelist("formality", [
  {
    code: "structured",
    label: { en: "Structured organisation", es: "Organización estructurada", fr: "Organisation structurée" },
    aliases: ["formal", "formelle"],
  },
  {
    code: "informal",
    label: { en: "Informal group", es: "Grupo informal", fr: "Groupe informel" },
    aliases: ["informel", "informelle"],
  },
  {
    code: "unknown",
    label: { en: "Not known", es: "Se desconoce", fr: "Non connu" },
    aliases: ["desconocido", "inconnu"],
  },
]);

export type Formality = CodeOf<typeof formality>;
