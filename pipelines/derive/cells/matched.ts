import { resultColumns, type StatementRunner } from "@trama/data/store";
import type { CellColumns } from "./cell-columns.ts";
import type { FigureCodes } from "./figure-codes.ts";
import type { Grid } from "./grid.ts";
import type { Ground } from "./place.ts";

/** What is counted between two years. `K` is always the number in place. */
const counts = [
  "any",
  "stayers",
  "before",
  "after",
  "gained",
  "lost",
  "joiners",
  "joinersK",
  "leavers",
  "leaversK",
  "started",
  "startedK",
  "stopped",
  "stoppedK",
] as const;
const at = Object.fromEntries(counts.map((name, index) => [name, index])) as Record<(typeof counts)[number], number>;

/** The cells of a pair of years that are told of every place: of whom, and what k of n they count. */
const ofEveryPlace = [
  { figure: "in_place_before", presence: "stayers", n: at.stayers, k: at.before },
  { figure: "in_place", presence: "stayers", n: at.stayers, k: at.after },
  { figure: "gained", presence: "stayers", n: at.stayers, k: at.gained },
  { figure: "lost", presence: "stayers", n: at.stayers, k: at.lost },
] as const;
/** With those that are told of the world alone. */
const ofTheWorld = [
  ...ofEveryPlace,
  { figure: "in_place", presence: "joiners", n: at.joiners, k: at.joinersK },
  { figure: "in_place_before", presence: "leavers", n: at.leavers, k: at.leaversK },
  { figure: "scoring_started", presence: "stayers", n: at.started, k: at.startedK },
  { figure: "scoring_stopped", presence: "stayers", n: at.stopped, k: at.stoppedK },
] as const;

/** Bits of a number of years that is asked for in halves, for numbers here have 31 bits. */
const half = 31;
const halves = (name: string) =>
  `(${name} & ${2 ** half - 1})::INTEGER AS ${name}_low, (${name} >> ${half})::INTEGER AS ${name}_high`;

/** Collectives with the same life in a result: in which years each was accompanied, scored and in place, as bits. */
const query = `
  WITH present AS (SELECT collective, bit_or(years) AS there FROM accompanied GROUP BY collective),
  alike AS (
    SELECT result, country, there, was_scored, was_placed, count(*)::INTEGER AS c
    FROM life JOIN present USING (collective) GROUP BY ALL
  )
  SELECT result, country, region, year, c, ${["there", "was_scored", "was_placed"].map(halves).join(", ")}
  FROM alike JOIN country USING (country), (SELECT min(year) AS year FROM year_score)`;

/**
 * What became of the same collectives from one year to the next: a stayer is scored in both; a joiner is scored in the
 * later and was not accompanied in the earlier, a leaver the reverse; one accompanied in both and scored in one had its
 * scoring started or stopped. The years of a collective and result are the bits of a number (at most 62 years), and
 * collectives with the same life are counted together, so that scores are not joined again for each pair of years. Gives
 * the cells, and by their numbers in the grid the places and years whose set of collectives differs from the year before.
 */
export async function matchedCells(
  connection: StatementRunner,
  { years, places }: Ground,
  grid: Grid,
  figures: FigureCodes,
): Promise<{ cells: CellColumns; changed: Uint8Array }> {
  const pairs = years.flatMap((_, to) => (to > 0 && grid.follow(to - 1, to) ? [{ from: to - 1, to }] : []));
  const table = await countPairs(connection, years, grid, pairs);
  for (const [place, { country, region }] of places.entries()) {
    if (country === null) continue;
    const around = places.flatMap((other, number) =>
      other.country === null && (other.region === null || other.region === region) ? [number] : [],
    );
    for (let result = 0; result < grid.results; result += 1)
      for (const wider of around)
        for (let pair = 0; pair < pairs.length; pair += 1) {
          const from = (((result * grid.places + place) * pairs.length + pair) * counts.length) | 0;
          const to = (((result * grid.places + wider) * pairs.length + pair) * counts.length) | 0;
          for (let count = 0; count < counts.length; count += 1) table[to + count]! += table[from + count] as number;
        }
  }
  const toldOf = places.map(({ region }) => (region === null ? ofTheWorld : ofEveryPlace).length);
  return cellsOf(table, { grid, figures, pairs, toldOf });
}

interface Pair {
  readonly from: number;
  readonly to: number;
}

/** Counts for each result, country and pair of years, in that order. */
async function countPairs(
  connection: StatementRunner,
  years: readonly number[],
  grid: Grid,
  pairs: readonly Pair[],
): Promise<Int32Array> {
  const rows = await resultColumns(connection, query);
  const table = new Int32Array(grid.results * grid.places * pairs.length * counts.length);
  // Each row is put into the first year's place, of which the year is of no account here.
  const numbers = grid.numbersOf(rows);
  const c = rows.numbers("c");
  const bits = ["there", "was_scored", "was_placed"].map(
    (name) => [rows.numbers(`${name}_low`), rows.numbers(`${name}_high`)] as const,
  ) as [Halves, Halves, Halves];
  const shifts = years.map((year) => year - (years[0] as number));
  const state = new Uint8Array(years.length);
  for (let row = 0; row < rows.count; row += 1) {
    for (let year = 0; year < years.length; year += 1) state[year] = stateAt(bits, row, shifts[year] as number);
    const first = Math.floor((numbers[row] as number) / grid.years) * pairs.length;
    for (let pair = 0; pair < pairs.length; pair += 1) {
      const { from, to } = pairs[pair] as Pair;
      count(table, (first + pair) * counts.length, state[from] as number, state[to] as number, c[row] as number);
    }
  }
  return table;
}
type Halves = readonly [low: Int32Array, high: Int32Array];

const [there, scored, placed] = [1, 2, 4];

function stateAt(bits: readonly [Halves, Halves, Halves], row: number, shift: number): number {
  let state = 0;
  for (let which = 0; which < 3; which += 1) {
    const word = ((bits[which] as Halves)[shift < half ? 0 : 1] as Int32Array)[row] as number;
    state |= ((word >>> (shift % half)) & 1) << which;
  }
  return state;
}

/** Counts collectives by what they were in the earlier and the later year. */
function count(table: Int32Array, base: number, before: number, after: number, c: number): void {
  if (((before | after) & scored) === 0) return;
  table[base + at.any]! += c;
  if (before & after & scored) {
    add(table, base, c, at.stayers, at.before, before);
    if (after & placed) table[base + at.after]! += c;
    if (after & ~before & placed) table[base + at.gained]! += c;
    if (before & ~after & placed) table[base + at.lost]! += c;
  } else if (after & scored) {
    if (before & there) add(table, base, c, at.started, at.startedK, after);
    else add(table, base, c, at.joiners, at.joinersK, after);
  } else if (after & there) add(table, base, c, at.stopped, at.stoppedK, before);
  else add(table, base, c, at.leavers, at.leaversK, before);
}

function add(table: Int32Array, base: number, c: number, n: number, k: number, state: number): void {
  table[base + n]! += c;
  if (state & placed) table[base + k]! += c;
}

/** The cells of what was counted; `toldOf` says how many of those of a pair are told of each place. */
function cellsOf(
  table: Int32Array,
  about: { grid: Grid; figures: FigureCodes; pairs: readonly Pair[]; toldOf: readonly number[] },
): { cells: CellColumns; changed: Uint8Array } {
  const { grid, figures, pairs, toldOf } = about;
  const changed = new Uint8Array(grid.results * grid.places * grid.years);
  const cellsOfRow = (row: number) => toldOf[Math.floor(row / pairs.length) % grid.places] as number;
  let cells = 0;
  for (let row = 0; row * counts.length < table.length; row += 1)
    if (table[row * counts.length] !== 0) cells += cellsOfRow(row);
  const [result, place, from, to] = [0, 1, 2, 3].map(() => new Int32Array(cells)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const [what, figure] = [new Int32Array(cells), new Int32Array(cells)];
  let cell = 0;
  for (let row = 0; row * counts.length < table.length; row += 1) {
    const base = row * counts.length;
    if (table[base] === 0) continue;
    const pair = pairs[row % pairs.length] as Pair;
    const ofPlace = Math.floor(row / pairs.length);
    const moved =
      (table[base + at.joiners] as number) +
      (table[base + at.leavers] as number) +
      (table[base + at.started] as number) +
      (table[base + at.stopped] as number);
    if (moved > 0) changed[ofPlace * grid.years + pair.to] = 1;
    for (let which = 0; which < cellsOfRow(row); which += 1) {
      const { n, k } = ofTheWorld[which] as (typeof ofTheWorld)[number];
      result[cell] = Math.floor(ofPlace / grid.places);
      place[cell] = ofPlace % grid.places;
      from[cell] = pair.from;
      to[cell] = pair.to;
      what[cell] = which;
      figure[cell] = figures.counted(table[base + n] as number, table[base + k] as number);
      cell += 1;
    }
  }
  const columns = {
    ...grid.resultColumns(result),
    ...grid.placeColumns(place),
    figure: { values: ofTheWorld.map((each) => each.figure), codes: what },
    presence: { values: ofTheWorld.map((each) => each.presence), codes: what },
    year_from: grid.yearColumn(from),
    year: grid.yearColumn(to),
    ...figures.columns(figure),
  };
  return { cells: { count: cells, columns }, changed };
}
