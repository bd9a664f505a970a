import { provenance } from "./provenance.ts";
import { maybe, moment, type RowOf, table, text } from "./table.ts";

export const held = table({
  name: "held",
  homes: ["working"],
  meaning: "A cell or row that waits for a person's decision; its text stays in the sealed raw file.",
  grain: "thing held",
  key: ["held"],
  columns: {
    held: text("Short name of the thing held, made from its report, sheet, row, column and rule."),
    kind: text(
      "text (a cell of words, the rest of the row is loaded), revision (a whole row) or statement (an outcome statement that may be made public).",
    ),
    rule: text("Rule that held it."),
    column: maybe(text("Column by its letter or name; null for a whole row.")),
    field: maybe(text("Field of the entry workbook; null for a whole row.")),
    collective: maybe(text("Pseudonym of the collective the row speaks of.")),
    indicator: maybe(text("Indicator the row speaks of.")),
    period: maybe(text("Period the row speaks of.")),
    project: maybe(text("Project that reported it.")),
    ...provenance,
  },
});
export type Held = RowOf<typeof held>;

export const review = table({
  name: "review",
  homes: ["working"],
  meaning: "A person's decision about a thing held; about an outcome statement the last one counts.",
  grain: "decision",
  key: ["held", "learned_at"],
  columns: {
    held: text("The thing decided about."),
    decision: text("released, refused, or of an outcome statement: cleared or refused."),
    reason: maybe(text("Why, in the reviewer's words.")),
    learned_at: moment("When it was decided."),
  },
});
export type Review = RowOf<typeof review>;

export const narrative = table({
  name: "narrative",
  homes: ["working", "restricted"],
  meaning:
    "Words of a report that a person released for the restricted side; public only as part of a cleared outcome statement.",
  grain: "cell of words released",
  key: ["report", "sheet", "row", "field"],
  columns: {
    collective: maybe(text("Pseudonym of the collective they speak of.")),
    indicator: maybe(text("Indicator they speak of.")),
    period: maybe(text("Period they speak of.")),
    project: maybe(text("Project that reported them.")),
    field: text("Field of the entry workbook."),
    words: text("The words."),
    ...provenance,
  },
});
export type Narrative = RowOf<typeof narrative>;
