import { entry } from "./entry.ts";
import type { Source } from "./source.ts";

/**
 * Exports of a survey whose questions bear the names of the entry workbook's columns, in groups and repeats or not. 98 and
 * 99 are what enumerators are trained to write; they are read so for this source alone.
 */
export const survey: Source = {
  name: "survey",
  title: {
    en: "KoboToolbox or ODK export whose questions are named like the entry workbook's columns",
    es: "Exportación de KoboToolbox u ODK cuyas preguntas se llaman como las columnas del libro de captura",
    fr: "Export KoboToolbox ou ODK dont les questions portent les noms des colonnes du classeur de saisie",
  },
  cadence: "each reporting period",
  formats: ["survey"],
  tables: entry.tables.map((table) => ({ ...table, leaves: "others" })),
  missing: { "98": "NK", "99": "NR", "n/a": "NA", "-": "NR", "see narrative": "NR" },
};
