import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { all, openReader, openWriter } from "@trama/data/store";
import { expect, it } from "vitest";
import { openWorking } from "../../pipelines/load/working.ts";
import { emptyFolder } from "../home.ts";

it("carries a store of version 1 into a new file with a mark of its version, every row and comment as it was", async () => {
  const path = join(await emptyFolder("migration"), "working.duckdb");
  const old = await openWriter(path);
  const connection = await old.connect();
  for (const statement of (await readFile(join(import.meta.dirname, "store-1.sql"), "utf8")).split(";\n"))
    if (statement.trim() !== "") await connection.run(statement);
  const before = await all(connection, "SELECT * FROM report");
  connection.closeSync();
  old.close();

  (await openWorking(path)).close();
  const store = await openReader(path);
  const reading = await store.connect();
  expect(await all(reading, "SELECT version FROM store_version")).toEqual([{ version: 2 }]);
  expect(await all(reading, "SELECT * FROM report")).toEqual(before);
  expect(await all(reading, "SELECT comment FROM duckdb_tables() WHERE table_name = 'report'")).toEqual([
    { comment: "A file as it was filed. One row per file received." },
  ]);
  reading.closeSync();
  store.close();
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
