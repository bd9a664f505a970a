import { provenance } from "./provenance.ts";
import { flag, maybe, type RowOf, small, table, text, whole } from "./table.ts";

export const collective = table({
  name: "collective",
  homes: ["working", "restricted"],
  meaning: "A collective, by its pseudonym only.",
  grain: "collective (working store: × report that described it)",
  key: ["collective"],
  columns: {
    collective: text("Keyed pseudonym; the name never enters a database."),
    country: text("Country, ISO 3166 alpha-3."),
    project: text("Project that described it last."),
    type: text("Principal type, from the code list; 'unknown' where not given."),
    formality: text("structured, informal or unknown."),
    setting: text("rural, urban, mixed or unknown."),
    women_led: maybe(flag("Whether women lead it.")),
    youth_led: maybe(flag("Whether young people lead it.")),
    accompanied_since: maybe(small("First year of accompaniment.")),
    version: whole("Version that the report declared of itself."),
    ...provenance,
  },
});
export type Collective = RowOf<typeof collective>;
