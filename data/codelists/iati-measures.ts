import { type CodeOf, defineCodelist } from "./codelist.ts";
import type { Measure } from "./measures.ts";

/** Indicator measures of the IATI standard, by their published codes. */
export const iatiMeasures = defineCodelist("iati-measure", [
  { code: "1", label: { en: "Unit", es: "Unidad", fr: "Unité" } },
  { code: "2", label: { en: "Percentage", es: "Porcentaje", fr: "Pourcentage" } },
  { code: "3", label: { en: "Nominal", es: "Nominal", fr: "Nominale" } },
  { code: "4", label: { en: "Ordinal", es: "Ordinal", fr: "Ordinale" } },
  { code: "5", label: { en: "Qualitative", es: "Cualitativo", fr: "Qualitative" } },
]);

export type IatiMeasure = CodeOf<typeof iatiMeasures>;

/**
 * How another publisher's measure is aggregated here. Nominal values are numbers that stand for names: they are listed
 * like statements, because adding or ordering them would mean nothing. A unit may be money or a rate: the importer
 * checks the title before counts are summed.
 */
export const measureOfIati: Readonly<Record<IatiMeasure, Measure>> = {
  "1": "count",
  "2": "percentage",
  "3": "qualitative",
  "4": "ordinal",
  "5": "qualitative",
};
