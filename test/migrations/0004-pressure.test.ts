import { all, openReader } from "@trama/data/store";
import { expect, it } from "vitest";
import { openWorking } from "../../pipelines/load/working.ts";
import { storeFrom } from "./made.ts";

it("makes room for pressure in a store of version 2, with the columns of today and every report as it was", async () => {
  const path = await storeFrom("store-2.sql");
  const reports = await read(path, "SELECT * FROM report ORDER BY report");
  (await openWorking(path)).close();
  expect(await read(path, "SELECT * FROM report ORDER BY report")).toEqual(reports);
  expect(await read(path, "SELECT * FROM pressure")).toEqual([]);
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
