import { provenance } from "./provenance.ts";
import { maybe, type RowOf, real, small, table, text, whole } from "./table.ts";

export const funding = table({
  name: "funding",
  homes: ["working", "restricted"],
  meaning: "Which grant of which donor funds which project.",
  grain: "grant × project",
  key: ["grant_code", "project"],
  columns: {
    grant_code: text("Grant code."),
    funder: text("Donor code."),
    project: text("Project code."),
    country: text("Country, ISO 3166 alpha-3."),
    year_from: small("First year funded."),
    year_to: small("Last year funded."),
    amount: maybe(real("Amount over the whole time.")),
    currency: maybe(text("ISO 4217 code of the amount.")),
    term: text("long or short term, as the donor agreed; unknown where not given."),
    version: whole("Version that the report declared of itself."),
    ...provenance,
  },
});
export type Funding = RowOf<typeof funding>;
