import { resultColumns, type StatementRunner } from "@trama/data/store";
import { type CellColumns, same } from "./cell-columns.ts";
import type { FigureCodes } from "./figure-codes.ts";
import type { Grid } from "./grid.ts";

/** The classes of scores that are published. */
const classes: readonly (readonly [from: number, to: number])[] = [
  [0, 1],
  [2, 2],
  [3, 4],
];

/** How the scores of every result × place × year spread over three classes. */
export async function distributionCells(
  connection: StatementRunner,
  grid: Grid,
  figures: FigureCodes,
): Promise<CellColumns> {
  const rows = await resultColumns(
    connection,
    `SELECT result, country, region, year, ${[0, 1, 2, 3, 4].map((score) => `sum(s${score})::INTEGER AS s${score}`).join(", ")}
     FROM tally GROUP BY GROUPING SETS ((result, year), (result, year, region), (result, year, region, country))
     ORDER BY result, region NULLS FIRST, country NULLS FIRST, year`,
  );
  const ofResult = grid.places * grid.years;
  const numbers = grid.numbersOf(rows);
  const cells = rows.count * classes.length;
  const [result, place, year] = [new Int32Array(cells), new Int32Array(cells), new Int32Array(cells)];
  const [ofClass, figure] = [new Int32Array(cells), new Int32Array(cells)];
  const counts = [0, 1, 2, 3, 4].map((score) => rows.numbers(`s${score}`));
  let cell = 0;
  for (const [row, number] of numbers.entries()) {
    const scores = counts.map((count) => count[row] as number);
    const n = scores.reduce((sum, count) => sum + count, 0);
    for (const [at, [from, to]] of classes.entries()) {
      let k = 0;
      for (let score = from; score <= to; score += 1) k += scores[score] as number;
      result[cell] = Math.floor(number / ofResult);
      place[cell] = Math.floor((number % ofResult) / grid.years);
      year[cell] = number % grid.years;
      ofClass[cell] = at;
      figure[cell] = figures.counted(n, k);
      cell += 1;
    }
  }
  return {
    count: cells,
    columns: {
      figure: same("distribution"),
      ...grid.resultColumns(result),
      ...grid.placeColumns(place),
      year: grid.yearColumn(year),
      score_from: { values: classes.map(([from]) => from), codes: ofClass },
      score_to: { values: classes.map(([, to]) => to), codes: ofClass },
      ...figures.columns(figure),
    },
  };
}
