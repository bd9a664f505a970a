import { solver } from "./linear-program.ts";

/** Candidates of which not all can be shown: together they close a doubt. */
export type Conflict = readonly number[];

/** What was learned about candidates that cannot be shown together, and the worthiest choice that it allows. */
export class Conflicts {
  readonly #all: Conflict[] = [];
  readonly #of: Conflict[][];
  readonly #known = new Set<string>();

  constructor(size: number) {
    this.#of = Array.from({ length: size }, () => []);
  }

  add(conflict: Conflict): void {
    const key = conflict.join();
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#all.push(conflict);
    for (const cell of conflict) this.#of[cell]?.push(conflict);
  }

  /** Whether a candidate would close a doubt together with those shown. */
  forbids(cell: number, shown: ReadonlySet<number>): boolean {
    return (this.#of[cell] ?? []).some((conflict) => conflict.every((one) => one === cell || shown.has(one)));
  }

  /** The candidates worth most together that no known conflict forbids. By integer programming. */
  async best(worth: readonly number[]): Promise<Set<number>> {
    const highs = await solver();
    const model = highs.createModel();
    try {
      const size = worth.length;
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, mip_max_nodes: 2000 });
      const starts = [0];
      const indices: number[] = [];
      for (const conflict of this.#all) {
        indices.push(...conflict);
        starts.push(indices.length);
      }
      model.passModel({
        numCols: size,
        numRows: this.#all.length,
        colCost: Float64Array.from(worth, (one) => -one),
        colLower: new Float64Array(size),
        colUpper: new Float64Array(size).fill(1),
        rowLower: new Float64Array(this.#all.length).fill(-highs.infinity),
        rowUpper: Float64Array.from(this.#all, ({ length }) => length - 1),
        matrix: {
          format: "csr",
          numRows: this.#all.length,
          numCols: size,
          starts: Int32Array.from(starts),
          indices: Int32Array.from(indices),
          values: new Float64Array(indices.length).fill(1),
        },
      });
      model.changeColsIntegrality(
        { kind: "range", from: 0, to: size - 1 },
        new Int32Array(size).fill(highs.constants.variableType.integer),
      );
      model.run();
      const { colValue } = model.getSolution();
      const chosen = new Set<number>();
      colValue.forEach((value, cell) => {
        if (value > 0.5) chosen.add(cell);
      });
      return chosen;
    } finally {
      model.dispose();
    }
  }
}
