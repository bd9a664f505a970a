import { join } from "node:path";
import { all, arrowStream, type DuckDBConnection, openWriter, type Store } from "@trama/data/store";
import { tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyFolder } from "../../../home.ts";

let store: Store;
let connection: DuckDBConnection;

beforeAll(async () => {
  store = await openWriter(join(await emptyFolder("arrow"), "told.duckdb"));
  connection = await store.connect();
});
afterAll(() => {
  connection.closeSync();
  store.close();
});

async function streamed(statement: string) {
  const table = tableFromIPC(await arrowStream(connection, statement));
  const types = Object.fromEntries(table.schema.fields.map(({ name, type }) => [name, String(type)]));
  const values = (name: string) => [...(table.getChild(name) ?? [])];
  return { rows: table.numRows, types, values };
}

describe("rows as an Arrow stream", () => {
  it("read back as DuckDB gives them, whatever their texts and numbers, in several batches", async () => {
    const word = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.constantFrom("GTM", "exactly12abc", "thirteenchars", "c-0000000000000001", "é".repeat(9), ""),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(word, { nil: null }), { minLength: 1, maxLength: 40 }),
        fc.oneof({ weight: 6, arbitrary: fc.nat(6_000) }, { weight: 1, arbitrary: fc.constant(133_000) }),
        fc.integer({ min: 1, max: 50_000 }),
        fc.boolean(),
        async (words, rows, span, written) => {
          await connection.run(
            `CREATE OR REPLACE TABLE told AS
             SELECT i, words[1 + (hash(i) % ${words.length})::INTEGER] AS word,
               CASE WHEN i % 7 > 0 THEN (hash(i) % ${span})::INTEGER END AS number, i % 3 = 0 AS flag
             FROM range(${rows}) r(i), (SELECT from_json($1, '["VARCHAR"]') AS words)`,
            [JSON.stringify(words)],
          );
          // Texts lie in memory in another way once they were compressed.
          if (written) await connection.run("CHECKPOINT");
          const said = await all<{ word: string | null; number: number | null; flag: boolean }>(
            connection,
            "SELECT word, number, flag FROM told ORDER BY i",
          );
          const read = await streamed("SELECT word, number, flag FROM told ORDER BY i");
          expect(read.rows).toBe(rows);
          expect(read.values("word")).toEqual(said.map(({ word }) => word));
          expect(read.values("number")).toEqual(said.map(({ number }) => number));
          expect(read.values("flag")).toEqual(said.map(({ flag }) => flag));
        },
      ),
      { numRuns: 20 },
    );
  });

  it("take one byte for each whole number where all of them fit, and two or four where they do not", async () => {
    for (const [values, type] of [
      [[-128, 127, null], "Int8"],
      [[-129, 127], "Int16"],
      [[128], "Int16"],
      [[32_767, -32_768], "Int16"],
      [[32_768], "Int32"],
      [[null, null], "Int8"],
    ] as const) {
      const list = values.map((value) => `(${value})`).join(", ");
      const read = await streamed(`SELECT v::INTEGER AS v FROM (VALUES ${list}) t(v)`);
      expect([read.types.v, read.values("v")]).toEqual([type, [...values]]);
    }
  });

  it("tell repeated texts once, and texts that mostly differ as they are, with those that are missing", async () => {
    const read = await streamed(`
      SELECT 'c-' || lpad(to_hex(i // 160), 16, '0') AS repeated, CASE WHEN i % 5 > 0 THEN 'the text of row number ' || i END AS own
      FROM range(9000) r(i) ORDER BY i`);
    expect(read.types).toEqual({ repeated: "Dictionary<Int8, Utf8>", own: "Utf8" });
    expect(read.values("own").slice(0, 3)).toEqual([null, "the text of row number 1", "the text of row number 2"]);
    expect(read.values("own")[8999]).toBe("the text of row number 8999");
    expect(new Set(read.values("repeated")).size).toBe(57);
  });

  it("tell every type with what is missing in it, over several batches", async () => {
    await connection.run(`
      CREATE OR REPLACE TABLE kinds AS SELECT i, CASE WHEN i % 4 > 0 THEN i % 3 = 0 END AS flag,
        CASE WHEN i % 5 > 0 THEN (i % 100)::TINYINT END AS tiny, CASE WHEN i % 6 > 0 THEN i * 5000000000 END AS big,
        CASE WHEN i % 7 > 0 THEN i / 8 END AS share, CASE WHEN i % 8 > 0 THEN DATE '1960-01-01' + (i % 30000)::INTEGER END AS day,
        CASE WHEN i % 9 > 0 THEN make_timestamptz(i * 1000000) END AS moment, CASE WHEN i > 20000 THEN 'word ' || i % 9 END AS word,
        CASE WHEN i % 10 > 0 THEN 'w' || i % 3000 END AS short
      FROM range(40000) r(i)`);
    const said = await all<Record<string, unknown>>(
      connection,
      "SELECT flag, tiny, big, share, epoch_ms(day) AS day, epoch_ms(moment) AS moment, word, short FROM kinds ORDER BY i",
    );
    const read = await streamed("SELECT flag, tiny, big, share, day, moment, word, short FROM kinds ORDER BY i");
    expect(read.types).toMatchObject({
      flag: "Bool",
      tiny: "Int8",
      big: "Int64",
      share: "Float64",
      word: "Dictionary<Int8, Utf8>",
    });
    const plain = (value: unknown) =>
      value === null ? null : typeof value === "boolean" || typeof value === "string" ? value : Number(value);
    for (const name of ["flag", "tiny", "big", "share", "day", "moment", "word", "short"])
      expect(read.values(name).map(plain)).toEqual(said.map((row) => plain(row[name])));
  });

  it("have no rows where there are none", async () => {
    const read = await streamed("SELECT 'a' AS a, 1::SMALLINT AS b, 1.5::DOUBLE AS c WHERE false");
    expect([read.rows, read.values("a")]).toEqual([0, []]);
  });
});
