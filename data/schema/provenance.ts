import { moment, text, whole } from "./table.ts";

/** Columns by which any loaded row is walked back to the very cell it came from. */
export const provenance = {
  report: text("Report the row came from: the first 16 hexadecimal digits of the file's sha-256."),
  sheet: text("Sheet, table or file part the row stood in, as named there."),
  row: whole("Row within the sheet, counted from 1 as a spreadsheet shows it."),
  learned_at: moment("When the platform received the report (the second time of the bitemporal store)."),
};
