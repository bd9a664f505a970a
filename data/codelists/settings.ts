import { type CodeOf, defineCodelist } from "./codelist.ts";

/** Where the collective lives and acts. */
export const settings = defineCodelist("setting", [
  { code: "rural", label: { en: "Rural", es: "Rural", fr: "Rural" }, aliases: ["rurale"] },
  { code: "urban", label: { en: "Urban", es: "Urbano", fr: "Urbain" }, aliases: ["urbana", "urbaine"] },
  {
    code: "mixed",
    label: { en: "Rural and urban", es: "Rural y urbano", fr: "Rural et urbain" },
    aliases: ["mixto", "mixta", "mixte"],
  },
  {
    code: "unknown",
    label: { en: "Not known", es: "Se desconoce", fr: "Non connu" },
    aliases: ["desconocido", "inconnu"],
  },
]);

export type Setting = CodeOf<typeof settings>;
