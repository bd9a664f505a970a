import { rejectionView } from "./rejection-parts.ts";
import { maybe, moment, type RowOf, table, text, whole } from "./table.ts";

export const rejection = table({
  name: "rejection",
  homes: ["working", "restricted"],
  meaning: "Something the pipeline had to say about a row: why it was refused, held, skipped or flagged.",
  grain: "issue",
  key: ["report", "sheet", "row", "column", "rule"],
  columns: {
    report: text("Report the row came from."),
    sheet: text("Sheet, table or file part."),
    row: whole("Row within the sheet, counted from 1."),
    column: maybe(text("Column by its letter or name, where one cell is meant.")),
    rule: text("Validation rule."),
    outcome: text("What happened to the row: rejected, quarantined, skipped or flagged (loaded with a warning)."),
    message: text("What is wrong and how to mend it, in English; never the text of the cell."),
    learned_at: moment("When the platform received the report."),
  },
  parts: { own: [], numbered: {}, view: rejectionView },
});
export type Rejection = RowOf<typeof rejection>;
