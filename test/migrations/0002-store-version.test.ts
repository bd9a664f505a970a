import { join } from "node:path";
import { version } from "@trama/data/migrations";
import { all, openReader, openWriter } from "@trama/data/store";
import { expect, it } from "vitest";
import { openWorking } from "../../pipelines/load/working.ts";
import { emptyFolder } from "../home.ts";
import { storeFrom } from "./made.ts";

it("carries a store of version 1 into a new file with a mark of its version, every row and comment as it was", async () => {
  const path = await storeFrom("store-1.sql");
  const before = await read(path, "SELECT * FROM report");
  (await openWorking(path)).close();
  expect(await read(path, "SELECT version FROM store_version")).toEqual([{ version }]);
  expect(await read(path, "SELECT * FROM report")).toEqual(before);
  expect(await read(path, "SELECT comment FROM duckdb_tables() WHERE table_name = 'report'")).toEqual([
    { comment: "A file as it was filed. One row per file received." },
  ]);
});

it("refuses a store of a later version, and one whose columns are not those of its version", async () => {
  const folder = await emptyFolder("migration");
  const later = join(folder, "later.duckdb");
  (await openWorking(later)).close();
  const change = async (path: string, statement: string) => {
    const store = await openWriter(path);
    const connection = await store.connect();
    await connection.run(statement);
    connection.closeSync();
    store.close();
  };
  await change(later, "UPDATE store_version SET version = 999");
  await expect(openWorking(later)).rejects.toThrow(/made by a later version of Trama/);
  const other = join(folder, "other.duckdb");
  (await openWorking(other)).close();
  await change(other, "ALTER TABLE report ADD COLUMN more VARCHAR");
  await expect(openWorking(other)).rejects.toThrow(/other columns .* trama rebuild/);
});

async function read(path: string, statement: string): Promise<Record<string, unknown>[]> {
  const store = await openReader(path);
  const connection = await store.connect();
  const found = await all<Record<string, unknown>>(connection, statement);
  connection.closeSync();
  store.close();
  return found;
}
