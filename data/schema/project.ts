import { provenance } from "./provenance.ts";
import { maybe, type RowOf, table, text, whole } from "./table.ts";

export const project = table({
  name: "project",
  homes: ["working", "restricted"],
  meaning: "A project that files reports.",
  grain: "project (working store: × report that described it)",
  key: ["project"],
  columns: {
    project: text("Project code."),
    country: text("Country, ISO 3166 alpha-3."),
    title: maybe(text("Title as last filed.")),
    version: whole("Version that the report declared of itself."),
    ...provenance,
  },
});
export type Project = RowOf<typeof project>;
