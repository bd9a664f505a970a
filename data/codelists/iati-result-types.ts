import { type CodeOf, defineCodelist } from "./codelist.ts";

/** Result types of the IATI standard, by their published codes. */
export const iatiResultTypes = defineCodelist("iati-result-type", [
  { code: "1", label: { en: "Output", es: "Producto", fr: "Produit" } },
  { code: "2", label: { en: "Outcome", es: "Efecto directo", fr: "Effet direct" } },
  { code: "3", label: { en: "Impact", es: "Impacto", fr: "Impact" } },
  { code: "9", label: { en: "Other", es: "Otro", fr: "Autre" } },
]);

export type IatiResultType = CodeOf<typeof iatiResultTypes>;
