import type { Migration } from "./migration.ts";

/** Version 1 had no mark of its version. The tables stay as they are and the mark is added. */
export const storeVersion: Migration = {
  version: 2,
  name: "store-version",
  statements: ["COPY FROM DATABASE old TO new", "CREATE TABLE new.store_version (version INTEGER NOT NULL)"],
};
