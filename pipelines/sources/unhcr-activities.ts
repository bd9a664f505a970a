import type { FieldMap, Source, SourceKind } from "./source.ts";

/** The activity workbooks that belong to UNHCR's results workbooks: what each operation is called and where it works. */
export const unhcrActivities: Source = {
  name: "unhcr-activities",
  title: {
    en: "UNHCR activity workbooks (IATI columns), 2016-2019",
    es: "Libros de actividades de ACNUR (columnas IATI), 2016-2019",
    fr: "Classeurs d'activités du HCR (colonnes IATI), 2016-2019",
  },
  cadence: "yearly",
  formats: ["xlsx", "text", "json"],
  tables: [
    {
      key: "activities",
      record: "published-activity",
      title: { en: "Activities", es: "Actividades", fr: "Activités" },
      sheetNames: [],
      prefilled: [],
      leaves: "others",
      fields: [
        field("activity", "iati_identifier", { kind: "text" }, true),
        field("publisher", "reporting_org_ref", { kind: "text" }, true),
        field("title", "title_eng", { kind: "text" }, true),
        field("country", "recipient_country_code", { kind: "maybe-country" }),
        field("status", "activity_status_code", { kind: "text" }),
      ],
    },
  ],
};

function field(key: string, name: string, holds: SourceKind, required = false): FieldMap {
  return { key, names: [name], holds, required };
}
