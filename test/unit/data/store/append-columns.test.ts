import { createStatements, tables } from "@trama/data/schema";
import { all, columnAppender, keepAsEnums, openWriter, resultColumns } from "@trama/data/store";
import { expect, it } from "vitest";
import { about } from "../../../../pipelines/derive/cells/candidate.ts";

const rows = 5_000;
const lists = [[], ["small-n"], ["small-n", "a caution of more than twelve letters"], ["changed-set"]];

it("cells appended column by column read back with their lists, numbers and gaps, and again as columns", async () => {
  const store = await openWriter(":memory:");
  const connection = await store.connect();
  for (const statement of createStatements(tables.cell)) await connection.run(statement);
  const blank = Object.fromEntries(
    Object.entries(about(7, { figure: "trait" })).map(([name, value]) => [name, { values: [value] }]),
  );
  const codes = (many: number) => Int32Array.from({ length: rows }, (_, row) => (row * 7) % many);
  const countries = ["GTM", null, "a text of more than twelve letters"];
  const shares = [null, 0, 1 / 3];
  const appender = await columnAppender(connection, tables.cell);
  for (let time = 0; time < 2; time += 1)
    appender.append(
      {
        ...blank,
        flags: { values: lists, codes: codes(lists.length) },
        country: { values: countries, codes: codes(3) },
        share_lo: { values: shares, codes: codes(3) },
        year: { values: [2024, 2025], codes: codes(2) },
      },
      rows,
    );
  appender.append({ ...blank, flags: { values: [["alone"]] } }, 1);
  appender.close();

  const read = await all(connection, "SELECT figure, flags, country, share_lo, year FROM cell ORDER BY rowid");
  const expected = Array.from({ length: rows }, (_, row) => ({
    figure: "trait",
    flags: lists[(row * 7) % 4],
    country: countries[(row * 7) % 3],
    share_lo: shares[(row * 7) % 3],
    year: 2024 + ((row * 7) % 2),
  }));
  expect(read.slice(0, rows)).toEqual(expected);
  expect(read.slice(rows, 2 * rows)).toEqual(expected);
  expect(read.slice(2 * rows)).toEqual([{ figure: "trait", flags: ["alone"], country: null, share_lo: null, year: 0 }]);

  const columns = await resultColumns(connection, "SELECT country, year FROM cell ORDER BY rowid");
  const { codes: found, texts } = columns.texts("country");
  expect(columns.count).toBe(2 * rows + 1);
  expect(Array.from(found, (code) => texts[code] ?? null)).toEqual(read.map(({ country }) => country));
  expect([...columns.numbers("year")]).toEqual(read.map(({ year }) => year));
  connection.closeSync();
  store.close();
});

it.each([3, 255, 256, 300])(
  "texts kept as an ENUM of %i read back as they were appended, and no other may be",
  async (many) => {
    const store = await openWriter(":memory:");
    const connection = await store.connect();
    for (const statement of createStatements(tables.cell)) await connection.run(statement);
    const blank = Object.fromEntries(
      Object.entries(about(7, { figure: "trait" })).map(([name, value]) => [name, { values: [value] }]),
    );
    const texts = Array.from({ length: many }, (_, at) => (at === 1 ? "it's one" : `text ${at}`));
    const enums = { country: texts, figure: ["trait"] };
    await keepAsEnums(connection, tables.cell, enums);
    const appender = await columnAppender(connection, tables.cell, enums);
    const values = [null, ...texts];
    const codes = Int32Array.from({ length: rows }, (_, row) => (row * 7) % values.length);
    appender.append({ ...blank, country: { values, codes } }, rows);
    appender.close();
    const read = await all<{ country: string | null; figure: string }>(
      connection,
      "SELECT country, figure FROM cell ORDER BY rowid",
    );
    expect(read).toEqual([...codes].map((code) => ({ country: values[code], figure: "trait" })));
    const [column] = await all(
      connection,
      "SELECT data_type, is_nullable, comment FROM duckdb_columns() WHERE table_name = 'cell' AND column_name = 'country'",
    );
    expect(column).toMatchObject({ is_nullable: true, comment: tables.cell.columns.country.meaning });
    expect(column?.data_type).toMatch(/^ENUM/);
    const another = await columnAppender(connection, tables.cell, enums);
    expect(() => another.append({ ...blank, country: { values: ["elsewhere"] } }, 1)).toThrow(/elsewhere/);
    connection.closeSync();
    store.close();
  },
);
