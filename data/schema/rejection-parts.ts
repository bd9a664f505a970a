import { maybe, moment, table, text, whole } from "./table.ts";

export const rejectionRow = table({
  name: "rejection_row",
  homes: ["working"],
  meaning: "A row of a report of which something was said; the rest is in rejection_about.",
  grain: "issue",
  key: ["about", "row"],
  columns: {
    about: whole("Number in rejection_about."),
    row: whole("Row within the sheet."),
  },
});

export const rejectionAbout = table({
  name: "rejection_about",
  homes: ["working"],
  meaning: "What the pipeline had to say alike about many rows of a report.",
  grain: "report × column × message",
  key: ["about"],
  columns: {
    about: whole("Number, unique in this store."),
    report: text("Report the row came from."),
    sheet: text("Sheet, table or file part."),
    column: maybe(text("Column by its letter or name.")),
    rule: text("Validation rule."),
    outcome: text("rejected, quarantined, skipped or flagged."),
    message: text("What is wrong and how to mend it, in English."),
    learned_at: moment("When the platform received the report."),
  },
});

export const rejectionView = `
  SELECT a.report, a.sheet, r."row", a."column", a.rule, a.outcome, a.message, a.learned_at
  FROM rejection_row r JOIN rejection_about a USING (about)`;
