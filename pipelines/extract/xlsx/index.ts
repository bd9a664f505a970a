import type { RawSheet } from "../../step.ts";
import type { Archive } from "../zip/archive.ts";
import { sheetRows } from "./sheet.ts";
import { readWorkbook } from "./workbook.ts";

/** The sheets of a workbook; rows are streamed when asked for. */
export async function xlsxSheets(archive: Archive): Promise<RawSheet[]> {
  const workbook = await readWorkbook(archive);
  return workbook.sheets.map(({ name, hidden, part }) => ({
    name,
    hidden,
    columns: "letters",
    rows: () => (part === null ? noRows() : sheetRows(archive, part, workbook)),
  }));
}

async function* noRows(): AsyncGenerator<never> {}
