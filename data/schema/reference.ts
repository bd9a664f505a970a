import { flag, maybe, moment, type RowOf, small, table, text, whole } from "./table.ts";

export const country = table({
  name: "country",
  homes: ["restricted", "public", "donor"],
  meaning: "A country in which a project reports, with context that may be shown beside it and is never a cause.",
  grain: "country",
  key: ["country"],
  columns: {
    country: text("ISO 3166 alpha-3."),
    name_en: text("Name in English."),
    name_es: text("Name in Spanish."),
    name_fr: text("Name in French."),
    m49: maybe(text("UN M49 code, three digits; null for Kosovo.")),
    region: text("Comparison region, made from M49; regions partition countries."),
    escazu_party: flag("Party to the Escazú Agreement."),
    escazu_since: maybe(text("Date from which it is a party, where known.")),
    collective_measures_in_law: flag("Whether the law knows collective protection measures."),
    first_year: maybe(small("First year with a report.")),
    last_year: maybe(small("Last year with a report.")),
  },
});
export type CountryRow = RowOf<typeof country>;

export const frameworkItem = table({
  name: "framework_item",
  homes: ["restricted", "public"],
  meaning: "An item of the measurement framework.",
  grain: "item",
  key: ["code"],
  columns: {
    code: text("Framework code."),
    kind: text("result, action, capacity or tie."),
    dimension: maybe(text("spatial-territorial or interaction-networks.")),
    subdimension: maybe(text("internal or external.")),
    locus: maybe(text("own practice, access or response of others.")),
    label_en: text("Label in English."),
    label_es: text("Label in Spanish."),
    label_fr: text("Label in French."),
    rubric_version: small("Version of the anchors; a change breaks the line."),
    framework_version: text("Version of the framework."),
  },
});

export const dimensionMember = table({
  name: "dimension_member",
  homes: ["restricted", "public", "donor"],
  meaning: "A category by which cells are divided.",
  grain: "dimension × member",
  key: ["dimension", "member"],
  columns: {
    dimension: text("region, country, year, type, formality, setting, panel, result …"),
    member: text("Category code."),
    parent: maybe(text("Category above it: a country's region, a result's dimension.")),
    label_en: text("Label in English."),
    label_es: text("Label in Spanish."),
    label_fr: text("Label in French."),
  },
});

export const release = table({
  name: "release",
  homes: ["restricted", "public", "donor"],
  meaning: "The release this file belongs to.",
  grain: "release",
  key: ["release"],
  columns: {
    release: whole("Number of the release, from 1."),
    made_at: moment("When it was made."),
    note: maybe(text("Note of who published it.")),
    synthetic: flag("Whether any of its reports is synthetic sample data."),
    framework_version: text("Version of the measurement framework."),
    as_of: moment("It holds what was learned up to then."),
    ledger_head: text("Hash of the ledger's last line of that moment."),
  },
});
