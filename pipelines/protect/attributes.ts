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
  const pools = new Map<string, Float64Array[]>();
  let kept = [...table.cells];
  for (;;) {
    const dropped = await certainties(table, kept, pools);
    if (dropped.size === 0) return kept;
    kept = kept.filter((_, at) => !dropped.has(at));
  }
}

/** A sum of unknowns that is at one of its ends in truth, which nobody may know. */
interface Target {
  readonly columns: readonly number[];
  readonly size: number;
  readonly none: boolean;
}

/** Positions of the cells to withdraw, at most one for each certainty. `pools`: worlds found to fit, by onlooker. */
async function certainties(
  table: ScoreTable,
  kept: readonly ShareCell[],
  pools: Map<string, Float64Array[]>,
): Promise<Set<number>> {
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
  const countryOf = (column: number) => (atoms[column % atoms.length] as ScoreAtom).country;
  const all = table.groups.flatMap((group) =>
    table.classes.flatMap((of) => {
      const columns = columnsOf(group.atoms, of, atoms.length);
      const countries = new Set(columns.map(countryOf));
      const alone = countries.size === 1 ? targetOf(group.atoms, columns, table, truth) : undefined;
      const safe = alone && moves.exists(alone.columns, alone.none, (column) => countries.has(countryOf(column)));
      return safe || columns.length === 0 ? [] : [{ group, columns, countries }];
    }),
  );
  const countries = [...new Set(atoms.map(({ country }) => country))];
  const program = new LinearProgram(await solver(), new Float64Array(truth.length), most, rows);
  const dropped = new Set<number>();
  try {
    for (const onlooker of countries.length > 1 ? countries : [""]) {
      const free = (column: number) => countryOf(column) !== onlooker;
      const pool = pools.get(onlooker) ?? [];
      pools.set(onlooker, pool);
      const targets = all.flatMap(({ group, columns }) => {
        const inside = group.atoms.filter((at) => (atoms[at] as ScoreAtom).country !== onlooker);
        const target = targetOf(inside, columns.filter(free), table, truth);
        return target && !moves.exists(target.columns, target.none, free) ? [target] : [];
      });
      let pending = targets.filter((target) => !pool.some((world) => refutes(world, target)));
      if (pending.length === 0) continue;
      program.bound(
        truth.map((value, column) => (free(column) ? 0 : value)),
        truth.map((value, column) => (free(column) ? (most[column] as number) : value)),
      );
      for (let before = Number.POSITIVE_INFINITY; pending.length > 2 && pending.length < before; ) {
        before = pending.length;
        const { columns: world } = program.extremeOf(away(pending, truth.length), "greatest");
        if (!world) break;
        pool.push(world);
        pending = pending.filter((target) => !refutes(world, target));
      }
      for (const target of pending) {
        if (pool.some((world) => refutes(world, target))) continue;
        const { binding, columns: world } = program.extreme(target.columns, target.none ? "greatest" : "least");
        if (world) pool.push(world);
        if (!world || refutes(world, target)) continue;
        const cells = [...new Set(binding.flatMap((row) => rows[row]?.cell ?? []))];
        if (cells.some((cell) => dropped.has(cell))) continue;
        const [finest] = cells.sort((one, other) => bySacrifice(kept[one]!, kept[other]!));
        if (finest === undefined) throw new Error("A group is certain though nothing published makes it so.");
        dropped.add(finest);
      }
    }
  } finally {
    program.close();
  }
  return dropped;
}

/** What must not be known of some columns; undefined where they are at neither end. */
function targetOf(
  inside: readonly number[],
  columns: readonly number[],
  { atoms }: ScoreTable,
  truth: readonly number[],
): Target | undefined {
  const size = inside.reduce((sum, at) => sum + (atoms[at] as ScoreAtom).scored, 0);
  const now = columns.reduce((sum, column) => sum + (truth[column] as number), 0);
  return size === 0 || (now > 0 && now < size) ? undefined : { columns, size, none: now === 0 };
}

/** Whether a world that fits shows at least one collective at odds with what is true of the target. */
function refutes(world: Float64Array, { columns, size, none }: Target): boolean {
  let sum = 0;
  for (const column of columns) sum += world[column] as number;
  return none ? sum >= 1 - tolerance : sum <= size - 1 + tolerance;
}

/** Weights that pull every target away from its end at once, the small ones as strongly as the large. */
function away(targets: readonly Target[], length: number): Float64Array {
  const weights = new Float64Array(length);
  for (const { columns, size, none } of targets)
    for (const column of columns) weights[column] = (weights[column] as number) + (none ? 1 : -1) / size;
  return weights;
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

  /** Whether some column can move off its end, alone or with one free column outside moving the other way. */
  exists(columns: readonly number[], none: boolean, free: (column: number) => boolean): boolean {
    const inside = new Set(columns);
    const [can, others] = none ? [this.#can.up, this.#can.down] : [this.#can.down, this.#can.up];
    const [with_, against] = none ? [this.#up, this.#down] : [this.#down, this.#up];
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
