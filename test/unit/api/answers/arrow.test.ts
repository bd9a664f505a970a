import { arrowStream, openWriter } from "@trama/data/store";
import { tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import { expect, it } from "vitest";
import { arrowOf } from "../../../../api/answers/arrow.ts";

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const rowOf = fc.record({
  text: maybe(fc.string({ maxLength: 20, unit: "grapheme" })),
  same: maybe(fc.constantFrom("GTM", "KEN", "IDN")),
  whole: maybe(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  real: maybe(fc.double({ noNaN: true })),
  flag: maybe(fc.boolean()),
});

it("any table reads back from Arrow as it was, without rows and without values too", () => {
  fc.assert(
    fc.property(fc.array(rowOf, { maxLength: 300 }), (rows) => {
      const kinds = { text: "text", same: "text", whole: "whole", real: "real", flag: "flag" } as const;
      const columns = Object.entries(kinds).map(([name, kind]) => ({
        name,
        kind,
        values: rows.map((row) => row[name as keyof typeof row]),
      }));
      const read = tableFromIPC(arrowOf(columns));
      expect(read.numRows).toBe(rows.length);
      expect(read.schema.fields.map(({ name }) => name)).toEqual(Object.keys(kinds));
      for (const { name, values } of columns) expect([...(read.getChild(name) ?? [])]).toEqual(values);
    }),
  );
});

it.each([1, 128, 129, 32_768, 32_769])(
  "a column of %i different texts reads back, however many bytes a code takes",
  async (texts) => {
    const values = Array.from({ length: texts + 3 }, (_, at) => (at === 1 ? null : `text ${at % texts}`));
    const read = tableFromIPC(arrowOf([{ name: "text", kind: "text", values }]));
    expect([...(read.getChild("text") ?? [])]).toEqual(values);
    const store = await openWriter(":memory:");
    const connection = await store.connect();
    const streamed = tableFromIPC(
      await arrowStream(
        connection,
        `SELECT CASE WHEN i = 1 THEN NULL ELSE 'text ' || i % ${texts} END AS text FROM range(${texts + 3}) r(i) ORDER BY i`,
      ),
    );
    expect([...(streamed.getChild("text") ?? [])]).toEqual(values);
    connection.closeSync();
    store.close();
  },
);
