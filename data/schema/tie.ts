import { provenance } from "./provenance.ts";
import { flag, maybe, type RowOf, small, table, text, whole } from "./table.ts";

export const tie = table({
  name: "tie",
  homes: ["working", "restricted"],
  meaning: "A tie of a collective to an organisation or network, never to a person.",
  grain: "collective × ally × period (working store: × report)",
  key: ["collective", "ally", "period"],
  columns: {
    collective: text("Pseudonym of the collective."),
    ally: text("Pseudonym of the organisation or network."),
    country: text("Country, ISO 3166 alpha-3."),
    project: text("Project that reported it."),
    year: small("Calendar year of the period."),
    period: text("Reporting period."),
    level: text("Level of the tie, from the code list."),
    actor_type: maybe(text("Kind of actor.")),
    function: maybe(text("What the tie provides.")),
    active: maybe(flag("Active in the period.")),
    used: maybe(flag("Used in the period.")),
    direction: maybe(text("From the collective, to it, or both.")),
    held_by_several: maybe(flag("Whether more than one member holds it.")),
    through_pi: maybe(flag("Whether it runs through Protection International.")),
    since: maybe(small("Year it began.")),
    until: maybe(small("Year it ended.")),
    version: whole("Version that the report declared of itself."),
    ...provenance,
  },
});
export type Tie = RowOf<typeof tie>;
