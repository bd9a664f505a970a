import type { Migration } from "./migration.ts";

/** A table for the pressure that collectives were under. */
export const pressure: Migration = {
  version: 4,
  name: "pressure",
  statements: [
    "COPY FROM DATABASE old TO new",
    `CREATE TABLE new.pressure (collective VARCHAR NOT NULL, kind VARCHAR, "level" VARCHAR NOT NULL, country VARCHAR NOT NULL,
      project VARCHAR NOT NULL, "year" SMALLINT NOT NULL, period VARCHAR NOT NULL, version INTEGER NOT NULL,
      report VARCHAR NOT NULL, sheet VARCHAR NOT NULL, "row" INTEGER NOT NULL, learned_at TIMESTAMPTZ NOT NULL)`,
  ],
};
