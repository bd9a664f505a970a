import { join } from "node:path";
import { database, openReader, openWriter, PooledDriver } from "@trama/data/store";
import { CompiledQuery } from "kysely";
import { describe, expect, it } from "vitest";
import { emptyFolder } from "../../../home.ts";

const placed = "SELECT score FROM scored WHERE country = 'GTM' ORDER BY score";

describe("a question that was asked before", () => {
  it("is answered from what a store that is written to holds now", async () => {
    const store = await openWriter(":memory:");
    const writing = await store.connect();
    await writing.run("CREATE TABLE scored (country VARCHAR, score INTEGER)");
    const db = database(store, 1);
    const ask = async () => (await db.executeQuery(CompiledQuery.raw(placed))).rows;
    expect(await ask()).toEqual([]);
    for (const score of [0, 3]) await writing.run("INSERT INTO scored VALUES ('GTM', $1)", [score]);
    expect(await ask()).toEqual([{ score: 0 }, { score: 3 }]);
    await db.destroy();
    writing.closeSync();
    store.close();
  });

  it("is answered alike by a file that stays as it is, also after many others were asked", async () => {
    const path = join(await emptyFolder("asked-again"), "released.duckdb");
    const writer = await openWriter(path);
    const writing = await writer.connect();
    await writing.run("CREATE TABLE scored AS SELECT 'GTM' AS country, unnest([2, 1, NULL])::INTEGER AS score");
    writing.closeSync();
    writer.close();

    const store = await openReader(path);
    const pool = new PooledDriver(store, 2);
    const others = Array.from({ length: 200 }, (_, at) => `SELECT score + ${at} AS more FROM scored WHERE score = $1`);
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await pool.values({ sql: placed, parameters: [] })).toEqual({ names: ["score"], columns: [[1, 2, null]] });
      const told = await Promise.all(others.map((sql) => pool.values({ sql, parameters: [2] })));
      expect(told.map(({ columns }) => columns[0])).toEqual(others.map((_, at) => [2 + at]));
    }
    await pool.destroy();
    store.close();
  });
});
