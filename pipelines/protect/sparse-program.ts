import type { Highs, Model } from "highs";
import { solver } from "./linear-program.ts";
import { type Doubt, type Onlooker, type Row, type Sum, type System, sees, sumIn, type View } from "./system.ts";
import type { World } from "./worlds.ts";

const tolerance = 1e-6;
/** A dual smaller than this binds nothing. */
const slight = 1e-7;

/**
 * The worlds that fit a system as shifts from the truth: each unknown has a column for its rise and one for its fall, so
 * that the sum of all columns is how much a world differs. Rows of candidates bind once they are shown; the last
 * row holds the sum that is asked about. Kept between solves; `close` it.
 */
export class SparseProgram {
  readonly #model: Model;
  readonly #size: number;
  readonly #rise: Float64Array;
  readonly #fall: Float64Array;
  readonly #within: readonly (readonly [lo: number, hi: number])[];
  readonly #shown = new Set<number>();
  #asked: Sum | undefined;
  #known: Set<number> = new Set();
  #view: View = "all";

  readonly highs: Highs;
  readonly system: System;

  private constructor(highs: Highs, system: System) {
    this.highs = highs;
    this.system = system;
    const { truth, most, rows } = system;
    this.#size = truth.length;
    this.#rise = Float64Array.from(most, (top, at) => this.#finite(top - (truth[at] as number)));
    this.#fall = Float64Array.from(truth);
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { columns, weights } of [...rows, { columns: [], weights: undefined }]) {
      columns.forEach((column, at) => {
        const weight = weights?.[at] ?? 1;
        indices.push(column, this.#size + column);
        values.push(weight, -weight);
      });
      starts.push(indices.length);
    }
    this.#within = rows.map((row) => {
      const value = sumIn(row, truth);
      if (value < row.lo - tolerance || value > row.hi + tolerance)
        throw new Error("A published figure is not what it was made of.");
      return [row.lo - value, row.hi - value] as const;
    });
    this.#model = highs.createModel();
    this.#model.options.set({ output_flag: false, presolve: "off", solver: "simplex", simplex_scale_strategy: 0 });
    this.#model.passModel({
      numCols: 2 * this.#size,
      numRows: rows.length + 1,
      colCost: new Float64Array(2 * this.#size).fill(1),
      colLower: new Float64Array(2 * this.#size),
      colUpper: this.#tops(),
      rowLower: Float64Array.from([
        ...this.#within.map(([lo], at) => (rows[at]?.cell === undefined ? lo : -highs.infinity)),
        -highs.infinity,
      ]),
      rowUpper: Float64Array.from([
        ...this.#within.map(([, hi], at) => (rows[at]?.cell === undefined ? this.#finite(hi) : highs.infinity)),
        highs.infinity,
      ]),
      matrix: {
        format: "csr",
        numRows: rows.length + 1,
        numCols: 2 * this.#size,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
  }

  static async of(system: System): Promise<SparseProgram> {
    return new SparseProgram(await solver(), system);
  }

  /** Looks at the world as an onlooker does from here on: what it knows does not move, what it cannot read is no row. */
  know(onlooker: number): void {
    const { view } = this.system.onlookers[onlooker] as Onlooker;
    if (view !== this.#view) {
      this.#view = view;
      this.system.rows.forEach((row, at) => {
        if (row.audience !== "open") this.#bind(at);
      });
    }
    this.#known = new Set();
    this.system.knowers.forEach((knowers, column) => {
      if (knowers.includes(onlooker)) this.#known.add(column);
    });
    this.#model.changeColsBounds(this.#all(), new Float64Array(2 * this.#size), this.#tops());
  }

  /** The world nearest to the truth in which a doubt is open; undefined where one world cannot do it. */
  nearest({ sum, width, reach }: Doubt): World | undefined {
    const up = Math.max(width, reach);
    const found = this.#shifted(sum, up, this.highs.infinity);
    return found ?? (reach <= 0 ? this.#shifted(sum, -this.highs.infinity, -width) : undefined);
  }

  /** A world as far from the truth as can be for all doubts at once, small sums as strongly as large; where it is bounded. */
  away(doubts: readonly Doubt[]): World | undefined {
    const cost = new Float64Array(2 * this.#size);
    for (const { sum, reach } of doubts)
      sum.columns.forEach((column, at) => {
        const weight = ((reach > 0 ? 1 : -1) * (sum.weights?.[at] ?? 1)) / sum.columns.length;
        cost[column] = (cost[column] as number) - weight;
        cost[this.#size + column] = (cost[this.#size + column] as number) + weight;
      });
    return this.#optimal(cost, () => this.#world(this.#model.getSolution().colValue));
  }

  /** The extremes of a sum in doubt: the worlds there, and the candidates that close the doubt where these leave it so. */
  bound({ sum, width, reach }: Doubt): { worlds: World[]; closedBy: number[] | undefined } {
    const greatest = this.#extreme(sum, 1);
    const reached = greatest.shift >= reach - tolerance;
    if (reached && greatest.shift >= width - tolerance) return { worlds: greatest.worlds, closedBy: undefined };
    const least = reached ? this.#extreme(sum, -1) : { shift: 0, worlds: [], binding: [] };
    const worlds = [...greatest.worlds, ...least.worlds];
    if (reached && greatest.shift + least.shift >= width - tolerance) return { worlds, closedBy: undefined };
    const cells = [...greatest.binding, ...least.binding].flatMap((row) => this.system.rows[row]?.cell ?? []);
    return { worlds, closedBy: [...new Set(cells)].sort((one, other) => one - other) };
  }

  /** Shows the rows of a candidate, or takes them away. */
  put(cell: number, rows: readonly number[], shown: boolean): void {
    if (shown) this.#shown.add(cell);
    else this.#shown.delete(cell);
    for (const row of rows) this.#bind(row);
  }

  close(): void {
    this.#model.dispose();
  }

  /** Gives a row the bounds that it has in the present view. */
  #bind(at: number): void {
    const { cell, audience } = this.system.rows[at] as Row;
    const free = (cell !== undefined && !this.#shown.has(cell)) || !sees(this.#view, audience);
    const [lo, hi] = free ? [-this.highs.infinity, this.highs.infinity] : (this.#within[at] as [number, number]);
    this.#model.changeRowBounds(at, lo, this.#finite(hi));
  }

  #shifted(sum: Sum, lo: number, hi: number): World | undefined {
    const row = this.system.rows.length;
    this.#askAbout(sum);
    this.#model.changeRowBounds(row, lo, hi);
    this.#model.run();
    const optimal = this.#model.getModelStatus() === this.highs.constants.modelStatus.optimal;
    const world = optimal ? this.#world(this.#model.getSolution().colValue) : undefined;
    this.#model.changeRowBounds(row, -this.highs.infinity, this.highs.infinity);
    return world;
  }

  #askAbout(sum: Sum): void {
    if (this.#asked === sum) return;
    const row = this.system.rows.length;
    const put = ({ columns, weights }: Sum, factor: number) =>
      columns.forEach((column, at) => {
        const weight = factor * (weights?.[at] ?? 1);
        this.#model.changeCoefficient(row, column, weight);
        this.#model.changeCoefficient(row, this.#size + column, -weight);
      });
    if (this.#asked) put(this.#asked, 0);
    put(sum, 1);
    this.#asked = sum;
  }

  #world(values: Float64Array): World {
    const columns: number[] = [];
    const shifts: number[] = [];
    const refutedBy = new Set<number>();
    for (let column = 0; column < this.#size; column++) {
      const shift = (values[column] as number) - (values[this.#size + column] as number);
      if (Math.abs(shift) < slight) continue;
      columns.push(column);
      shifts.push(shift);
      for (const insider of this.system.knowers[column] ?? []) refutedBy.add(insider);
    }
    return { columns, shifts, refutedBy };
  }

  /** How far the sum can be from the truth in one direction (1 up, −1 down), and the rows that hold it there. */
  #extreme({ columns, weights }: Sum, direction: 1 | -1): { shift: number; binding: number[]; worlds: World[] } {
    const cost = new Float64Array(2 * this.#size);
    columns.forEach((column, at) => {
      const weight = direction * (weights?.[at] ?? 1);
      cost[column] = -weight;
      cost[this.#size + column] = weight;
    });
    const solved = this.#optimal(cost, () => this.#model.getSolution());
    if (!solved) return { shift: Number.POSITIVE_INFINITY, binding: [], worlds: [] };
    const { colValue, rowDual } = solved;
    let shift = 0;
    colValue.forEach((value, column) => {
      shift -= value * (cost[column] as number);
    });
    const binding: number[] = [];
    rowDual.forEach((dual, row) => {
      if (row < this.system.rows.length && Math.abs(dual) > slight) binding.push(row);
    });
    return { shift, binding, worlds: [this.#world(colValue)] };
  }

  /** What stands where a cost is least; undefined where it has no end. The cost is the sum of all changes again after. */
  #optimal<T>(cost: Float64Array, read: () => T): T | undefined {
    this.#model.changeColsCost(this.#all(), cost);
    this.#model.run();
    const optimal = this.#model.getModelStatus() === this.highs.constants.modelStatus.optimal;
    const found = optimal ? read() : undefined;
    this.#model.changeColsCost(this.#all(), new Float64Array(2 * this.#size).fill(1));
    return found;
  }

  #tops(): Float64Array {
    const tops = new Float64Array(2 * this.#size);
    for (let column = 0; column < this.#size; column++) {
      if (this.#known.has(column)) continue;
      tops[column] = this.#rise[column] as number;
      tops[this.#size + column] = this.#fall[column] as number;
    }
    return tops;
  }

  #all() {
    return { kind: "range", from: 0, to: 2 * this.#size - 1 } as const;
  }

  #finite(value: number): number {
    return Number.isFinite(value) ? value : this.highs.infinity;
  }
}
