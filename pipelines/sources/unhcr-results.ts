import type { FieldMap, Source, SourceKind } from "./source.ts";

const publisher = "XM-DAC-41121";

/** The results workbooks that UNHCR published beside its IATI files, 2016-2019: operation × indicator × population. */
export const unhcrResults: Source = {
  name: "unhcr-results",
  title: {
    en: "UNHCR results workbooks (IATI columns), 2016-2019",
    es: "Libros de resultados de ACNUR (columnas IATI), 2016-2019",
    fr: "Classeurs de résultats du HCR (colonnes IATI), 2016-2019",
  },
  cadence: "yearly",
  formats: ["xlsx", "text", "json"],
  tables: [
    {
      key: "results",
      record: "published-result",
      title: { en: "Results", es: "Resultados", fr: "Résultats" },
      sheetNames: [],
      prefilled: [],
      leaves: "others",
      fields: [
        { key: "publisher", names: [], holds: { kind: "text" }, required: false, constant: publisher },
        field("activity", "iati_identifier", { kind: "text" }, true),
        {
          ...field("country", "iati_identifier", { kind: "maybe-country" }),
          take: /^XM-DAC-41121-\d{4}-[A-Z]+-([A-Z]{3})$/,
        },
        field("result_type", "result_type", { kind: "code", list: "iati-result-type" }, true),
        field("result_title", "result_title", { kind: "text" }),
        field("indicator", "result_indicator_title", { kind: "text" }, true),
        field("measure", "result_indicator_measure", { kind: "code", list: "iati-measure" }, true),
        field("period_start", "result_indicator_period_start", { kind: "date" }, true),
        field("period_end", "result_indicator_period_end", { kind: "date" }, true),
        field("baseline", "result_indicator_baseline_value", { kind: "lenient-number" }),
        field("target", "result_indicator_target_value", { kind: "lenient-number" }),
        field("actual", "result_indicator_actual_value", { kind: "lenient-number" }),
        {
          key: "disaggregation",
          names: [],
          holds: { kind: "text" },
          required: false,
          pairs: [
            ["result_indicator_actual_dimension_1", "result_indicator_actual_value_1"],
            ["result_indicator_actual_dimension_2", "result_indicator_actual_value_2"],
          ],
        },
      ],
    },
  ],
};

function field(key: string, name: string, holds: SourceKind, required = false): FieldMap {
  return { key, names: [name], holds, required };
}
