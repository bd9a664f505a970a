import type { FieldMap, Source, SourceKind } from "./source.ts";

const text: SourceKind = { kind: "text" };

/** What other publishers report in the IATI standard, all versions since 1.01. */
export const iati: Source = {
  name: "iati",
  title: {
    en: "IATI activity files 1.01-2.03",
    es: "Archivos de actividades IATI 1.01-2.03",
    fr: "Fichiers d'activités IITA 1.01-2.03",
  },
  cadence: "as published",
  formats: ["iati"],
  missing: {
    "n/a": "NA",
    na: "NA",
    "not applicable": "NA",
    "-": "NR",
    "not available": "NK",
    tbd: "NS",
    "see narrative": "NR",
  },
  tables: [
    {
      key: "activities",
      record: "published-activity",
      title: { en: "Activities", es: "Actividades", fr: "Activités" },
      sheetNames: ["activities"],
      prefilled: [],
      leaves: [],
      fields: [
        field("publisher", text),
        field("activity", text),
        field("title", text),
        field("country", { kind: "maybe-country" }),
        field("status", text),
      ],
    },
    {
      key: "results",
      record: "published-result",
      title: { en: "Results", es: "Resultados", fr: "Résultats" },
      sheetNames: ["results"],
      prefilled: [],
      leaves: [],
      fields: [
        field("publisher", text),
        field("activity", text),
        field("country", { kind: "maybe-country" }),
        field("result_type", { kind: "maybe-code", list: "iati-result-type" }),
        field("result_title", text),
        { ...field("indicator", text), required: true },
        field("titles", text),
        field("item", { kind: "maybe-result" }),
        field("measure", { kind: "maybe-code", list: "iati-measure" }),
        field("period_start", { kind: "date" }),
        field("period_end", { kind: "date" }),
        field("baseline_year", { kind: "maybe-year" }),
        figure("baseline"),
        figure("target"),
        figure("actual"),
        field("disaggregation", text),
        field("location", text),
      ],
    },
    {
      key: "dimensions",
      record: "published-dimension",
      title: { en: "Dimensions", es: "Dimensiones", fr: "Dimensions" },
      sheetNames: ["dimensions"],
      prefilled: [],
      leaves: [],
      fields: [
        field("publisher", text),
        field("activity", text),
        field("indicator", text),
        field("period_start", text),
        field("period_end", text),
        field("part", text),
        field("figure", text),
        field("name", text),
        field("value", text),
      ],
    },
  ],
};

/** Nominal and qualitative indicators (measures 3 and 5) report words. */
function figure(key: string): FieldMap {
  return {
    ...field(key, { kind: "lenient-number" }),
    isStatement: ({ measure }) => measure === "3" || measure === "5",
  };
}

function field(key: string, holds: SourceKind): FieldMap {
  return { key, names: [key], holds, required: false };
}
