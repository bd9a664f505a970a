import { type RowOf, table, whole } from "./table.ts";

export const storeVersion = table({
  name: "store_version",
  homes: ["working"],
  meaning: "Version of the working store's tables; data/migrations says how one becomes the next.",
  grain: "store",
  key: ["version"],
  columns: {
    version: whole("Number of the last migration."),
  },
});
export type StoreVersion = RowOf<typeof storeVersion>;
