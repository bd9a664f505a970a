import { createStatements, type Table } from "@trama/data/schema";
import { all, append, openWriter } from "@trama/data/store";
import fc from "fast-check";
import { expect, it } from "vitest";

const column = (sql: string) => ({ sql, nullable: true, meaning: "Anything." });
const anything = {
  name: "anything",
  homes: ["working"],
  meaning: "Values of every type that tables have.",
  grain: "row",
  key: ["number"],
  columns: {
    number: column("INTEGER"),
    words: column("VARCHAR"),
    small: column("SMALLINT"),
    real: column("DOUBLE"),
    flag: column("BOOLEAN"),
    day: column("DATE"),
    moment: column("TIMESTAMPTZ"),
    words_list: column("VARCHAR[]"),
  },
} as unknown as Table;

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const date = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
// Texts of more than twelve bytes lie elsewhere in DuckDB than shorter ones.
const words = fc.oneof(
  fc.string({ maxLength: 40, unit: "grapheme" }),
  fc.constantFrom("ST1", "", "a text that is long"),
);
const row = fc.record({
  words: maybe(words),
  small: maybe(fc.integer({ min: -32_768, max: 32_767 })),
  real: maybe(fc.double({ noNaN: true }).map((value) => value + 0)),
  flag: maybe(fc.boolean()),
  day: maybe(date.map((at) => at.toISOString().slice(0, 10))),
  moment: maybe(date),
  words_list: maybe(fc.array(words, { maxLength: 3 })),
});

it("reads back whatever rows are appended, beyond a chunk of DuckDB's too", async () => {
  const store = await openWriter(":memory:");
  const connection = await store.connect();
  const counts = fc.constantFrom(1, 2, 7, 2047, 2048, 2049, 5000);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), counts, async (drawn, count) => {
      await connection.run("DROP TABLE IF EXISTS anything");
      for (const statement of createStatements(anything)) await connection.run(statement);
      const rows = Array.from({ length: count }, (_, number) => ({ number, ...drawn[(number * 7) % drawn.length] }));
      await append(connection, anything, rows as never);
      const found = await all(connection, "SELECT * FROM anything ORDER BY number");
      expect(found).toEqual(rows);
    }),
    { numRuns: 40 },
  );
  connection.closeSync();
  store.close();
});
