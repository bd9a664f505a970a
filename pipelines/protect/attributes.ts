import { LinearProgram, type Row, solver } from "./linear-program.ts";

/** Collectives of one country that the figures of a result and year do not divide further. */
export interface ScoreAtom {
  readonly country: string;
  /** How many are scored: taken as known to everybody. */
  readonly scored: number;
  /** How many have it in place (score 3 or 4), and how many score 0 or 1: what must not become certain. */
  readonly high: number;
  readonly low: number;
}

/** A banded figure: one or more rows that are published or withdrawn together. */
export interface ShareCell {
  readonly name: string;
  readonly rank: number;
  readonly size: number;
  readonly rows: readonly {
    readonly atoms: readonly number[];
    readonly of: Class;
    readonly lo: number;
    readonly hi: number;
  }[];
}

/** What a count is of: scores 3 and 4, 0 and 1, or both (whose complement is score 2). */
export type Class = "high" | "low" | "not-middle";

/** Named collectives of whom nobody may be certain that all, or none, are of a class. */
export interface Group {
  readonly name: string;
  readonly atoms: readonly number[];
}

export interface ScoreTable {
  readonly atoms: readonly ScoreAtom[];
  readonly cells: readonly ShareCell[];
  readonly groups: readonly Group[];
  /** Classes that the figures speak of. */
  readonly classes: readonly Class[];
}

const tolerance = 1e-6;

/**
 * The figures that can be published so that neither a reader who knows exactly how many are scored where, nor the
 * manager of any country, who knows all scores of it, becomes certain that all or none of a group are of a class. Where
 * somebody would, the finest of the figures that make it certain is withdrawn.
 */
export async function protectShares(table: ScoreTable): Promise<ShareCell[]> {
  let kept = [...table.cells];
  for (;;) {
    const dropped = await certainties(table, kept);
    if (dropped.size === 0) return kept;
    kept = kept.filter((_, at) => !dropped.has(at));
  }
}

/** Positions of the cells to withdraw, at most one for each certainty. */
async function certainties(table: ScoreTable, kept: readonly ShareCell[]): Promise<Set<number>> {
  const { atoms } = table;
  const truth = [...atoms.map(({ high }) => high), ...atoms.map(({ low }) => low)];
  const most = [...atoms.map(({ scored }) => scored), ...atoms.map(({ scored }) => scored)];
  const rows: (Row & { cell?: number })[] = kept.flatMap((cell, at) =>
    cell.rows.map(({ atoms: some, of, lo, hi }) => ({ columns: columnsOf(some, of, atoms.length), lo, hi, cell: at })),
  );
  if (table.classes.length > 1)
    atoms.forEach(({ scored }, at) => {
      rows.push({ columns: [at, atoms.length + at], lo: 0, hi: scored });
    });
  const moves = new Moves(truth, most, rows);
  const countries = [...new Set(atoms.map(({ country }) => country))];
  const countryOf = (column: number) => atoms[column % atoms.length]?.country;
  let program: LinearProgram | undefined;
  const dropped = new Set<number>();
  try {
    for (const onlooker of [undefined, ...countries]) {
      const free = (column: number) => onlooker === undefined || countryOf(column) !== onlooker;
      let bounded = false;
      for (const group of table.groups)
        for (const of of table.classes) {
          const columns = columnsOf(group.atoms, of, atoms.length).filter(free);
          const size = group.atoms.reduce((sum, at) => sum + (free(at) ? (atoms[at] as ScoreAtom).scored : 0), 0);
          if (size === 0) continue;
          const now = columns.reduce((sum, column) => sum + (truth[column] as number), 0);
          if (now > 0 && now < size) continue;
          if (moves.exists(columns, now === 0 ? 1 : -1, free)) continue;
          program ??= new LinearProgram(await solver(), new Float64Array(truth.length), most, rows);
          if (!bounded)
            program.bound(
              truth.map((value, column) => (free(column) ? 0 : value)),
              truth.map((value, column) => (free(column) ? (most[column] as number) : value)),
            );
          bounded = true;
          const { value, binding } = program.extreme(columns, now === 0 ? "greatest" : "least");
          if (now === 0 ? value >= 1 - tolerance : value <= size - 1 + tolerance) continue;
          const cells = [...new Set(binding.flatMap((row) => rows[row]?.cell ?? []))];
          if (cells.some((cell) => dropped.has(cell))) continue;
          const [finest] = cells.sort((one, other) => bySacrifice(kept[one]!, kept[other]!));
          if (finest === undefined) throw new Error(`Nothing published makes ${group.name} certain, yet it is.`);
          dropped.add(finest);
        }
    }
  } finally {
    program?.close();
  }
  return dropped;
}

function columnsOf(atoms: readonly number[], of: Class, size: number): number[] {
  const low = () => atoms.map((at) => size + at);
  return of === "high" ? [...atoms] : of === "low" ? low() : [...atoms, ...low()];
}

function bySacrifice(one: ShareCell, other: ShareCell): number {
  return other.rank - one.rank || one.size - other.size || (one.name < other.name ? -1 : 1);
}

/** Other worlds that fit the published rows and differ from the true one by one or two collectives: quick witnesses. */
class Moves {
  readonly #rowsOf: number[][];
  readonly #down: boolean[];
  readonly #up: boolean[];
  readonly #can: { readonly up: boolean[]; readonly down: boolean[] };

  constructor(truth: readonly number[], most: readonly number[], rows: readonly Row[]) {
    this.#rowsOf = truth.map(() => []);
    const sums = rows.map(({ columns }, row) => {
      for (const column of columns) this.#rowsOf[column]?.push(row);
      return columns.reduce((sum, column) => sum + (truth[column] as number), 0);
    });
    this.#down = rows.map(({ lo }, row) => (sums[row] as number) - 1 >= lo);
    this.#up = rows.map(({ hi }, row) => (sums[row] as number) + 1 <= hi);
    this.#can = { up: truth.map((value, at) => value < (most[at] as number)), down: truth.map((value) => value > 0) };
  }

  /** Whether some column can move by `step`, alone or with one free column outside moving the other way. */
  exists(columns: readonly number[], step: 1 | -1, free: (column: number) => boolean): boolean {
    const inside = new Set(columns);
    const [can, others] = step === 1 ? [this.#can.up, this.#can.down] : [this.#can.down, this.#can.up];
    const [with_, against] = step === 1 ? [this.#up, this.#down] : [this.#down, this.#up];
    for (const column of columns) {
      if (!can[column]) continue;
      const rows = this.#rowsOf[column] as number[];
      const stuck = rows.filter((row) => !with_[row]);
      if (stuck.length === 0) return true;
      for (let other = 0; other < others.length; other++) {
        if (!others[other] || inside.has(other) || !free(other)) continue;
        const theirs = this.#rowsOf[other] as number[];
        if (stuck.every((row) => theirs.includes(row)) && theirs.every((row) => against[row] || rows.includes(row)))
          return true;
      }
    }
    return false;
  }
}
