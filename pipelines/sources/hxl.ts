import type { FieldMap, Source, SourceKind } from "./source.ts";

const text: SourceKind = { kind: "text" };

/** Indicator tables of other publishers that carry HXL tags; the tags tell the columns, whatever their headers say. */
export const hxl: Source = {
  name: "hxl",
  title: {
    en: "Indicator tables with HXL tags (#org, #indicator+name, #indicator+value+num, #date)",
    es: "Tablas de indicadores con etiquetas HXL (#org, #indicator+name, #indicator+value+num, #date)",
    fr: "Tableaux d'indicateurs à balises HXL (#org, #indicator+name, #indicator+value+num, #date)",
  },
  cadence: "as published",
  formats: ["xlsx", "text", "json"],
  missing: { "n/a": "NA", "-": "NR", "see narrative": "NR" },
  tables: [
    {
      key: "indicators",
      record: "published-result",
      title: { en: "Indicators", es: "Indicadores", fr: "Indicateurs" },
      sheetNames: [],
      prefilled: [],
      leaves: "others",
      fields: [
        tagged("publisher", text, ["#org+id", "#org+code", "#org+name", "#org"], true),
        tagged("activity", text, ["#activity+id", "#activity+code", "#activity+name", "#activity"]),
        tagged("country", { kind: "maybe-country" }, ["#country+code", "#country+name", "#country"]),
        tagged("result_title", text, ["#result+name", "#result"]),
        tagged("indicator", text, ["#indicator+name", "#indicator"], true),
        tagged("measure", { kind: "maybe-code", list: "iati-measure" }, ["#indicator+measure", "#indicator+type"]),
        tagged("item", { kind: "maybe-result" }, ["#indicator+code"]),
        tagged("period_start", { kind: "date" }, ["#date+start"]),
        tagged("period_end", { kind: "date" }, ["#date+end", "#date+reported", "#date"]),
        tagged("baseline", { kind: "lenient-number" }, ["#indicator+baseline+num", "#indicator+baseline"]),
        tagged("target", { kind: "lenient-number" }, ["#indicator+num+target", "#indicator+target"]),
        tagged("actual", { kind: "lenient-number" }, ["#indicator+num+value", "#indicator+value", "#value"], true),
      ],
    },
  ],
};

function tagged(key: string, holds: SourceKind, names: readonly string[], required = false): FieldMap {
  return { key, names, holds, required };
}
