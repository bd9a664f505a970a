import loadHighs, { type Highs, type Model } from "highs";

/** The package's types declare the module where its default export, the loader, is what an import gives. */
const load = loadHighs as unknown as (typeof loadHighs)["default"];

let loaded: Promise<Highs> | undefined;

/** The solver, compiled once a process. */
export async function solver(): Promise<Highs> {
  loaded ??= load();
  return await loaded;
}

/** A published sum of unknowns, known to lie between two values. */
export interface Row {
  readonly columns: readonly number[];
  /** Coefficient of each column; 1 where left out. */
  readonly weights?: readonly number[] | undefined;
  readonly lo: number;
  readonly hi: number;
}

/** Where a sum of the unknowns ends, with what binds it there. */
export interface Extreme {
  /** The end; infinite where nothing published bounds it. */
  readonly value: number;
  /** Values of all unknowns there, where there is an end. */
  readonly columns: Float64Array | undefined;
  /** Rows that hold the end where it is: without all of them it would move. */
  readonly binding: readonly number[];
}

const tolerance = 1e-7;

/** Unknowns of 0 or more under published rows, as a model that is kept between solves. `close` it. */
export class LinearProgram {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #size: number;
  solves = 0;

  constructor(highs: Highs, lower: ArrayLike<number>, upper: ArrayLike<number>, rows: readonly Row[]) {
    this.#highs = highs;
    this.#size = lower.length;
    const starts = new Int32Array(rows.length + 1);
    const indices: number[] = [];
    const values: number[] = [];
    rows.forEach(({ columns, weights }, at) => {
      columns.forEach((column, index) => {
        indices.push(column);
        values.push(weights?.[index] ?? 1);
      });
      starts[at + 1] = indices.length;
    });
    this.#model = highs.createModel();
    this.#model.options.set({ output_flag: false, presolve: "off", solver: "simplex", simplex_scale_strategy: 0 });
    this.#model.passModel({
      numCols: this.#size,
      numRows: rows.length,
      colCost: new Float64Array(this.#size),
      colLower: Float64Array.from(lower),
      colUpper: this.#finite(upper),
      rowLower: Float64Array.from(rows, ({ lo }) => lo),
      rowUpper: this.#finite(rows.map(({ hi }) => hi)),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: this.#size,
        starts,
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
  }

  /** Says what is known of each unknown from here on. */
  bound(lower: ArrayLike<number>, upper: ArrayLike<number>): void {
    this.#model.changeColsBounds(this.#all(), Float64Array.from(lower), this.#finite(upper));
  }

  /** The least or the greatest sum of some unknowns that the rows allow. */
  extreme(columns: readonly number[], end: "least" | "greatest"): Extreme {
    const cost = new Float64Array(this.#size);
    for (const column of columns) cost[column] = 1;
    return this.extremeOf(cost, end);
  }

  /** Likewise for a weighted sum: one weight for each unknown. */
  extremeOf(cost: Float64Array, end: "least" | "greatest"): Extreme {
    this.#model.changeColsCost(this.#all(), cost);
    const { minimize, maximize } = this.#highs.constants.objectiveSense;
    this.#model.changeObjectiveSense(end === "least" ? minimize : maximize);
    this.#model.run();
    this.solves += 1;
    const status = this.#model.getModelStatus();
    const { optimal, infeasible } = this.#highs.constants.modelStatus;
    if (status === infeasible) throw new Error("The published figures contradict each other.");
    if (status !== optimal)
      return { value: end === "least" ? 0 : Number.POSITIVE_INFINITY, columns: undefined, binding: [] };
    const { colValue, rowDual } = this.#model.getSolution();
    let value = 0;
    colValue.forEach((found, column) => {
      value += found * (cost[column] as number);
    });
    const binding: number[] = [];
    rowDual.forEach((dual, row) => {
      if (Math.abs(dual) > tolerance) binding.push(row);
    });
    return { value, columns: colValue, binding };
  }

  close(): void {
    this.#model.dispose();
  }

  #all() {
    return { kind: "range", from: 0, to: this.#size - 1 } as const;
  }

  #finite(values: ArrayLike<number>): Float64Array {
    return Float64Array.from(values, (value) => (value === Number.POSITIVE_INFINITY ? this.#highs.infinity : value));
  }
}
