import { flag, maybe, type RowOf, small, table, text } from "./table.ts";

/** Bears the name of the restricted table, and neither project nor collective. */
export const clearedOutcomeStatement = table({
  name: "outcome_statement",
  homes: ["public"],
  meaning:
    "An outcome statement that a person cleared for everybody, in public.duckdb: in its own words, without project or collective, and no nearer than the counts of its place and year are published.",
  grain: "cleared outcome statement",
  key: ["statement"],
  columns: {
    statement: text("Short name of the statement."),
    result: maybe(text("Result it speaks of.")),
    direction: text("positive, negative or mixed."),
    intended: maybe(flag("Whether the project worked towards it.")),
    who: maybe(text("Who changed: a kind of actor.")),
    what: text("What changed."),
    significance: maybe(text("Why it matters.")),
    contribution_collective: maybe(small("Contribution of the collective, 0-4.")),
    contribution_pi: maybe(small("Contribution of Protection International, 0-4.")),
    contribution_others: maybe(small("Contribution of others, 0-4.")),
    rival_stated: flag("Whether rival explanations were stated."),
    substantiated: maybe(flag("Whether somebody independent confirmed it.")),
    country: maybe(text("Country, where the count of its collectives in that year is published; otherwise null.")),
    region: maybe(text("Region, where the count of its collectives in that year is published; otherwise null.")),
    year: maybe(small("Calendar year, where the count of collectives of the place it names is published.")),
  },
});
export type ClearedOutcomeStatement = RowOf<typeof clearedOutcomeStatement>;
