import { tables } from "@trama/data/schema";
import { append } from "@trama/data/store";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findDistributions } from "../../../../api/queries/distribution.ts";
import { publishedCells } from "../../../../api/queries/published-cells.ts";
import { blank, type OpenCells, openCells } from "./open-cells.ts";

let cells: OpenCells;
beforeAll(async () => {
  cells = await openCells();
});
afterAll(() => cells.close());

const about = { release: 1, audience: "open", figure: "distribution", presence: "all", as_of: 1, flags: [] };
const places = [
  { country: null, region: null },
  { country: null, region: "africa" },
  { country: "KEN", region: "africa" },
  { country: "UGA", region: "africa" },
  { country: null, region: "mesoamerica" },
  { country: "GTM", region: "mesoamerica" },
];

/** Three classes of each result, place and year; the class of the scores 2 is withheld. */
const rows = ["EX1", "ST1"].flatMap((result) =>
  places.flatMap((place, at) =>
    [2023, 2024].flatMap((year) =>
      [
        [0, 1],
        [2, 2],
        [3, 4],
      ].map(([score_from, score_to]) => {
        const told =
          score_from === 2 ? { status: "withheld" } : { status: "value", n_lo: 30, n_hi: 30, k_lo: at, k_hi: at };
        const of = { result, indicator: result, dimension: "spatial-territorial", year, score_from, score_to };
        return { ...blank, ...about, ...place, ...of, ...told };
      }),
    ),
  ),
);

async function found(query: object) {
  return findDistributions(publishedCells(cells.db), { by: "country", ...query } as never);
}

it("answers all classes of a place together, by result, place and year, in whatever order a release has them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
      await cells.connection.run("DELETE FROM cell");
      await append(cells.connection, tables.cell, shuffled as never);
      const told = (await found({})).map((classes) => classes.map((one) => `${one.score_from}-${one.score_to}`).join());
      expect(told).toEqual(Array(12).fill("0-1,2-2,3-4"));
      const names = (await found({ time: [2023, 2024] })).map(([one]) => `${one?.result} ${one?.country} ${one?.year}`);
      expect(names).toEqual(
        ["EX1", "ST1"].flatMap((result) =>
          ["KEN", "UGA", "GTM"].flatMap((country) => [2023, 2024].map((year) => `${result} ${country} ${year}`)),
        ),
      );
      const [[lowest, middle] = []] = await found({ by: "world", result: ["ST1"], time: [2024, 2024] });
      expect(lowest).toMatchObject({
        country: null,
        region: null,
        year: 2024,
        status: "value",
        n: [30, 30],
        k: [0, 0],
      });
      expect(middle).toMatchObject({ status: "withheld", n: [null, null], k: [null, null] });
    }),
    { numRuns: 20 },
  );
});

it("answers of a region and a country only what is asked for", async () => {
  expect((await found({ country: ["UGA"], result: ["EX1"] })).flat().every(({ country }) => country === "UGA")).toBe(
    true,
  );
  expect(await found({ country: ["UGA"], result: ["EX1"] })).toHaveLength(2);
  expect(await found({ by: "region", region: ["africa"], time: [2024, 2024] })).toHaveLength(2);
});
