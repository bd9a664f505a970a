import { all, openReader } from "@trama/data/store";
import { expect, it } from "vitest";
import { openWorking } from "../../pipelines/load/working.ts";
import { storeFrom } from "./made.ts";

it("keeps every outcome statement, which says nothing of intent or of who confirmed it until it is filed anew", async () => {
  const path = await storeFrom("store-2.sql", "outcomes-4.sql");
  const [before] = await read(path, "SELECT * FROM outcome_statement");
  (await openWorking(path)).close();
  expect(await read(path, "SELECT * FROM outcome_statement")).toEqual([
    { ...before, intended: null, substantiator: null },
  ]);
  // Opening it again finds a store of today's version and columns.
  (await openWorking(path)).close();
});

async function read(path: string, statement: string): Promise<Record<string, unknown>[]> {
  const store = await openReader(path);
  const connection = await store.connect();
  const found = await all<Record<string, unknown>>(connection, statement);
  connection.closeSync();
  store.close();
  return found;
}
