import { version } from "@trama/data/migrations";
import { all, openReader } from "@trama/data/store";
import { expect, it } from "vitest";
import { openWorking } from "../../pipelines/load/working.ts";
import { storeFrom } from "./made.ts";

const observations = "SELECT * FROM observation ORDER BY report, sheet, row";
const rejections = "SELECT * FROM rejection ORDER BY report, sheet, row";

it("keeps every observation and every rejection, word for word, when tables are taken apart", async () => {
  const path = await storeFrom("store-2.sql");
  const before = await read(path, observations, rejections);
  expect([before[0]?.length, before[1]?.length]).toEqual([4, 3]);

  (await openWorking(path)).close();
  expect(await read(path, observations, rejections)).toEqual(before);
  expect(
    await read(path, "SELECT count(*)::INTEGER AS n FROM observation_about", "SELECT version FROM store_version"),
  ).toEqual([[{ n: 4 }], [{ version }]]);
  expect(await read(path, "SELECT count(*)::INTEGER AS n FROM rejection_about")).toEqual([[{ n: 2 }]]);
});

async function read(path: string, ...statements: readonly string[]): Promise<Record<string, unknown>[][]> {
  const store = await openReader(path);
  const connection = await store.connect();
  const found: Record<string, unknown>[][] = [];
  for (const statement of statements) found.push(await all(connection, statement));
  connection.closeSync();
  store.close();
  return found;
}
