import { fieldsOf, type Sheet, sheets } from "@trama/data/entry";
import type { RecordKind, Source, TableMap } from "./source.ts";

/** HXL tags by which a column may say which of our fields it holds, whatever its header says. */
const tags: Readonly<Record<string, readonly string[]>> = {
  project: ["#activity+project+code", "#activity+code"],
  country: ["#country+code", "#country+name", "#country"],
  period: ["#date+period", "#date+reported"],
  version: ["#meta+version"],
  collective: ["#org+collective+code", "#org+code"],
  result: ["#indicator+code"],
  score: ["#indicator+score", "#indicator+value+num"],
  panel: ["#indicator+panel"],
  evidence: ["#indicator+evidence"],
  tested: ["#indicator+tested"],
  note: ["#description+note"],
};

const records: Record<string, RecordKind> = {
  report: "project",
  collectives: "collective",
  results: "observation",
  targets: "target",
  funding: "funding",
  local_indicators: "local-indicator",
  actions: "action",
  capacities: "framework-score",
  bonding: "framework-score",
  ties: "tie",
  pressure: "pressure",
  outcomes: "outcome",
};

/** Our own entry workbook, and any of its sheets as a text file. */
export const entry: Source = {
  name: "entry",
  title: {
    en: "Entry workbook of Trama, or its sheets as CSV, JSON or tables of a Word report",
    es: "Libro de captura de Trama, o sus hojas en CSV, JSON o tablas de un informe de Word",
    fr: "Classeur de saisie de Trama, ou ses feuilles en CSV, JSON ou tableaux d'un rapport Word",
  },
  cadence: "each reporting period",
  formats: ["xlsx", "text", "json", "docx"],
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
      names: [key, ...Object.values(label), ...(tags[key] ?? [])],
      holds,
      required,
    })),
    leaves: [],
    prefilled: [
      "project",
      "country",
      "period",
      "version",
      "collective",
      "result",
      "capacity",
      "item",
      "action",
      "indicator",
      "measure",
      "panel",
      "type",
      "formality",
      "setting",
    ],
  };
}
