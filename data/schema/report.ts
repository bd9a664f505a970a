import { flag, maybe, moment, type RowOf, table, text, whole } from "./table.ts";

export const report = table({
  name: "report",
  homes: ["working", "restricted"],
  meaning: "A file as it was filed.",
  grain: "file received",
  key: ["report"],
  columns: {
    report: text("The first 16 hexadecimal digits of the file's sha-256."),
    sha256: text("sha-256 of the bytes received."),
    sequence: whole("Order of receipt, from 1."),
    name: text("File name as filed, without its folder."),
    source: text("Declared source by which the file was read."),
    project: maybe(text("Project, where the file speaks of one only.")),
    country: maybe(text("Country (ISO 3166 alpha-3), where the file speaks of one only.")),
    period: maybe(text("Reporting period, where the file speaks of one only.")),
    version: whole("Version that the report declares of itself; 1 where it declares none."),
    synthetic: flag("Whether the file says above its tables that it is synthetic sample data."),
    framework_version: text("Version of the measurement framework the rows were read with."),
    rows_read: whole("Rows read: accepted + rejected + quarantined + skipped."),
    rows_accepted: whole("Rows loaded."),
    rows_rejected: whole("Rows refused by an error."),
    rows_quarantined: whole("Rows waiting for a person's decision."),
    rows_skipped: whole("Blank, header, instruction and note rows."),
    learned_at: moment("When the platform received the file."),
  },
});
export type Report = RowOf<typeof report>;
