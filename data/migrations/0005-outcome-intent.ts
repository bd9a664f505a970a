import type { Migration } from "./migration.ts";

/** Of outcome statements: whether they were intended, and who confirmed them. A store without any has no such table yet. */
export const outcomeIntent: Migration = {
  version: 5,
  name: "outcome-intent",
  statements: [
    "COPY FROM DATABASE old TO new",
    "ALTER TABLE IF EXISTS new.outcome_statement ADD COLUMN intended BOOLEAN",
    "ALTER TABLE IF EXISTS new.outcome_statement ADD COLUMN substantiator VARCHAR",
  ],
};
