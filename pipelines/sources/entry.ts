import { type Sheet, fieldsOf, sheets } from "@trama/data/entry";
import type { RecordKind } from "../map/records/index.ts";
import type { Source, TableMap } from "./source.ts";

const records: Record<string, RecordKind> = {
  report: "project",
  collectives: "collective",
  results: "observation",
  targets: "target",
  funding: "funding",
};

/** Our own entry workbook, and any of its sheets as a text file. */
export const entry: Source = {
  name: "entry",
  title: {
    en: "Entry workbook of Trama, or one of its sheets as CSV",
    es: "Libro de captura de Trama, o una de sus hojas en CSV",
    fr: "Classeur de saisie de Trama, ou l'une de ses feuilles en CSV",
  },
  cadence: "each reporting period",
  formats: ["xlsx", "text"],
  tables: sheets.map(tableOf),
};

function tableOf(sheet: Sheet): TableMap {
  const record = records[sheet.key];
  if (!record) throw new Error(`The sheet ${sheet.key} becomes no record.`);
  return {
    key: sheet.key,
    record,
    title: sheet.name,
    sheetNames: [sheet.key, ...Object.values(sheet.name)],
    fields: fieldsOf(sheet).map(({ key, label, holds, required }) => ({
      key,
      names: [key, ...Object.values(label)],
      holds,
      required,
    })),
    prefilled: ["project", "country", "period", "version", "collective", "result", "panel", "type", "formality", "setting"],
  };
}
