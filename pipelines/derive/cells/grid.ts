import { results } from "@trama/data/framework";
import type { AppendedColumn, ResultColumns } from "@trama/data/store";
import { candidate } from "./candidate.ts";
import type { CellColumns } from "./cell-columns.ts";
import { type Ground, keyOf } from "./place.ts";

/** Every result in every place and year of a release, numbered in that order. */
export interface Grid {
  readonly results: number;
  readonly places: number;
  readonly years: number;
  /** For each place and year, in that order: 1 where a programme operated. */
  readonly operated: Uint8Array;
  /** The number of the result, place and year that each row speaks of. */
  numbersOf(rows: ResultColumns): Int32Array;
  /** What cells say of their result and place, by their numbers. */
  resultColumns(results: Int32Array): CellColumns["columns"];
  placeColumns(places: Int32Array): CellColumns["columns"];
  yearColumn(years: Int32Array): AppendedColumn;
  /** Whether the years of two numbers come one right after the other. */
  follow(from: number, to: number): boolean;
}

export function gridOf(ground: Ground): Grid {
  const { places, years } = ground;
  const operated = Uint8Array.from({ length: places.length * years.length }, (_, at) =>
    ground.operated(
      places[Math.floor(at / years.length)] as (typeof places)[number],
      years[at % years.length] as number,
    )
      ? 1
      : 0,
  );
  const placeNumbers = new Map(places.map(({ country, region }, at) => [keyOf(country, region), at]));
  const resultNumbers = new Map(results.map(({ code }, at) => [code as string, at]));
  const yearNumbers = new Map(years.map((year, at) => [year, at]));
  // Lists that stay the same for all that are written from them.
  const examples = results.map(({ code }) => candidate(0, code, {}));
  const ofResult = (["indicator", "result", "dimension", "sub_dimension"] as const).map(
    (name) => [name, examples.map((cell) => cell[name])] as const,
  );
  const ofPlace = (["country", "region"] as const).map((name) => [name, places.map((place) => place[name])] as const);

  return {
    results: results.length,
    places: places.length,
    years: years.length,
    operated,
    numbersOf(rows) {
      const result = rows.texts("result");
      const country = rows.texts("country");
      const region = rows.texts("region");
      const year = rows.numbers("year");
      const ofResultCode = Int32Array.from(result.texts, (code) => {
        const number = resultNumbers.get(code);
        if (number === undefined) throw new Error(`There is no result ${code}.`);
        return number;
      });
      const wide = region.texts.length + 1;
      const ofPlaceCodes = Int32Array.from({ length: (country.texts.length + 1) * wide }, (_, at) => {
        const [c, r] = [Math.floor(at / wide) - 1, (at % wide) - 1];
        return placeNumbers.get(keyOf(country.texts[c] ?? null, region.texts[r] ?? null)) ?? -1;
      });
      const numbers = new Int32Array(rows.count);
      for (let row = 0; row < rows.count; row += 1) {
        const r = ofResultCode[result.codes[row] as number] as number;
        const place = (country.codes[row] as number) + 1;
        const p = ofPlaceCodes[place * wide + (region.codes[row] as number) + 1] as number;
        const y = yearNumbers.get(year[row] as number);
        if (p < 0 || y === undefined) throw new Error("There are scores of a place or year that has none.");
        numbers[row] = (r * places.length + p) * years.length + y;
      }
      return numbers;
    },
    resultColumns: (codes) => Object.fromEntries(ofResult.map(([name, values]) => [name, { values, codes }])),
    placeColumns: (codes) => Object.fromEntries(ofPlace.map(([name, values]) => [name, { values, codes }])),
    yearColumn: (codes) => ({ values: years, codes }),
    follow: (from, to) => years[to] === (years[from] as number) + 1,
  };
}
