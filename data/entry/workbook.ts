import { writeXlsx } from "hucre";
import type { Lang } from "../codelists/index.ts";
import { entryVersion, sheets } from "./index.ts";
import { assertLang } from "./workbook/choices.ts";
import { type EntryRow, entrySheet } from "./workbook/entry-sheet.ts";
import { finish } from "./workbook/finish.ts";
import { anchorsSheet, instructionsSheet, listsSheet } from "./workbook/reference.ts";
import { frameworkVersion } from "./workbook/result-texts.ts";
import { texts } from "./workbook/texts.ts";

export { entryRows, referenceSheets } from "./reference-sheets.ts";
export { choicesOf } from "./workbook/choices.ts";
export type { EntryRow } from "./workbook/entry-sheet.ts";

/** Layout and framework that a workbook was made for, as it says of itself. */
export const entryStamp = `trama-entry ${entryVersion} · framework ${frameworkVersion}`;

export interface EntryWorkbook {
  readonly lang: Lang;
  /** Lines of each sheet by its key; codes of lists appear as their names in the language. */
  readonly rows?: Readonly<Record<string, readonly EntryRow[]>>;
  /** Defaults to `entryStamp`. */
  readonly stamp?: string;
  /** Stands in the top row of every sheet: that the data is synthetic, for instance. */
  readonly notice?: string;
}

/** Days count for nothing here: the same input must give the same bytes. */
const noDay = new Date("2000-01-01T00:00:00Z");

/** Writes an entry workbook, empty or with rows. The same input gives the same bytes. */
export async function writeEntryWorkbook({
  lang,
  rows = {},
  stamp = entryStamp,
  notice,
}: EntryWorkbook): Promise<Uint8Array> {
  assertLang(lang);
  const unknown = Object.keys(rows).find((key) => !sheets.some((sheet) => sheet.key === key));
  if (unknown !== undefined) throw new Error(`The entry workbook has no sheet "${unknown}".`);
  const entrySheets = sheets.map((sheet) => entrySheet(sheet, rows[sheet.key] ?? [], lang, notice));
  const bytes = await writeXlsx({
    sheets: [
      instructionsSheet(lang, stamp, notice),
      ...entrySheets,
      anchorsSheet(lang, notice),
      listsSheet(lang, notice),
    ],
    properties: {
      title: texts[lang].title,
      creator: "Trama",
      keywords: stamp,
      ...(notice ? { description: notice } : {}),
      created: noDay,
      modified: noDay,
      custom: { stamp, language: lang },
    },
    workbookProtection: { lockStructure: true },
  });
  return finish(bytes, new Set(entrySheets.map((_, index) => index + 2)));
}
