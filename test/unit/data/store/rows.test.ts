import { all, openWriter } from "@trama/data/store";
import fc from "fast-check";
import { expect, it } from "vitest";

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
// Texts that begin alike, of which some lie in the vector and some, longer than twelve bytes, elsewhere.
const texts = ["", "a", "spatial", "spatial-territorial", "spatial-territory", "ñandú", "ñandú ñandú ñandú"];
const text = fc.constantFrom(...texts);
const row = fc.record({
  text: maybe(text),
  list: maybe(fc.array(text, { maxLength: 2 })),
  number: maybe(fc.integer({ min: -9, max: 9 })),
  big: maybe(
    fc.constantFrom(0n, -1n, 2n ** 31n - 1n, 2n ** 31n, -(2n ** 31n), -(2n ** 31n) - 1n, 2n ** 53n, 2n ** 63n - 1n),
  ),
});
/** A whole number as it is told: a bigint only where a number would lose it. */
const plain = (big: bigint | null) => (big !== null && Number.isSafeInteger(Number(big)) ? Number(big) : big);
const literal = (value: string | null) => (value === null ? "NULL" : `'${value}'`);

it("reads every row as it stands, beyond a chunk too, whatever stood in the row before", async () => {
  const store = await openWriter(":memory:");
  const connection = await store.connect();
  await connection.run(`CREATE TYPE told AS ENUM (${texts.map(literal).join(", ")})`);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), fc.constantFrom(1, 300), async (drawn, times) => {
      const rows = Array.from({ length: times }, () => drawn).flat();
      const values = drawn.map(
        ({ text, list, number, big }, at) =>
          `(${at}, ${literal(text)}::VARCHAR, ${list === null ? "NULL::VARCHAR[]" : `[${list.map(literal).join(", ")}]::VARCHAR[]`}, ${number ?? "NULL"}::INTEGER, ${big ?? "NULL"}::BIGINT)`,
      );
      const found = await all(
        connection,
        `SELECT text, text::told AS told, list, number, number::SMALLINT AS small, number::DOUBLE AS real, big, number > 0 AS flag
         FROM range(${times}) r(turn), (VALUES ${values.join(", ")}) v(place, text, list, number, big) ORDER BY turn, place`,
      );
      expect(found).toEqual(
        rows.map(({ text, list, number, big }) => {
          const flag = number === null ? null : number > 0;
          return { text, told: text, list, number, small: number, real: number, big: plain(big), flag };
        }),
      );
    }),
    { numRuns: 60 },
  );
  connection.closeSync();
  store.close();
});
