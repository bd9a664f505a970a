import { createStatements, tables } from "@trama/data/schema";
import { all, append, countryCode, database, keepAsEnums, openReader, openWriter } from "@trama/data/store";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { emptyFolder } from "../../../home.ts";

const countries = ["COL", "GTM", "HND", "KEN"];
const scores = Array.from({ length: 5_000 }, (_, row) => ({
  ...{ collective: `c-${row % 97}`, result: "ST1", country: countries[row % 3] as string, project: "P", year: 2020 },
  ...{ score: row % 5, missing: null, evidence: 2, framework_version: "1", type: "ngo" },
  ...{ formality: "structured", setting: "rural" },
}));

/** A file with these scores, its countries kept as texts or as an ENUM; and how to ask it for those of some countries. */
async function asked(kept: "text" | "enum") {
  const path = `${await emptyFolder(`countries-${kept}`)}/restricted.duckdb`;
  const writer = await openWriter(path);
  const connection = await writer.connect();
  for (const statement of createStatements(tables.year_score)) await connection.run(statement);
  await append(connection, tables.year_score, scores);
  if (kept === "enum") await keepAsEnums(connection, tables.year_score, { country: countries });
  const [type] = await all<{ type: string }>(connection, "SELECT typeof(country) AS type FROM year_score LIMIT 1");
  connection.closeSync();
  writer.close();
  const store = await openReader(path);
  const db = database(store, 1);
  return {
    type: type?.type,
    of: async (codes: readonly string[]) => {
      const each = sql.join(codes.map((code) => countryCode(sql.val(code))));
      return db
        .selectFrom("year_score")
        .select(["country", "score", sql<number>`count(*)::INTEGER`.as("n")])
        .where(sql<boolean>`country IN (${each})`)
        .groupBy(["country", "score"])
        .orderBy("country")
        .orderBy("score")
        .execute();
    },
    async close() {
      await db.destroy();
      store.close();
    },
  };
}

it("scores are found by country alike in a release that keeps countries as an ENUM and in one that has texts", async () => {
  const [texts, enums] = [await asked("text"), await asked("enum")];
  expect([texts.type, enums.type]).toEqual(["VARCHAR", "ENUM('COL', 'GTM', 'HND', 'KEN')"]);
  const code = fc.oneof(fc.constantFrom(...countries, "ZWE", "gtm", "", "NULL", "' OR true", "GTM\u0000"), fc.string());
  await fc.assert(
    fc.asyncProperty(fc.array(code, { minLength: 1, maxLength: 5 }), async (codes) => {
      const found = await enums.of(codes);
      expect(found).toEqual(await texts.of(codes));
      const due = scores.filter(({ country }) => codes.includes(country)).length;
      expect(found.reduce((sum, { n }) => sum + n, 0)).toBe(due);
    }),
    { numRuns: 200 },
  );
  await texts.close();
  await enums.close();
});
