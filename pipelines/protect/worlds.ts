import { type Doubt, type Onlooker, type System, sees } from "./system.ts";

const tolerance = 1e-6;

/** A world that might be true: how far each unknown is from the truth, and the insiders who know better. */
export interface World {
  readonly columns: readonly number[];
  readonly shifts: readonly number[];
  readonly refutedBy: ReadonlySet<number>;
}

/** A world with the rows in force that it does not fit. */
interface Placed extends World {
  readonly against: Set<number>;
}

/** That a doubt stays open for an onlooker, and the worlds that show it. */
interface Question {
  readonly doubt: number;
  readonly onlooker: number;
  shownBy: readonly Placed[];
}

/**
 * The worlds found so far, kept whatever becomes of the candidates: a candidate that is shown makes some of them
 * impossible, one that is withdrawn makes them possible again. Each doubt of an onlooker stays open as long as the
 * possible worlds that the onlooker cannot refute span enough.
 */
export class Worlds {
  readonly #system: System;
  readonly #doubts: readonly Doubt[];
  readonly #all: Placed[] = [];
  readonly #moving: { readonly world: Placed; readonly shift: number }[][];
  readonly #sumsOf: { readonly doubt: number; readonly weight: number }[][];
  readonly #rowsOf: { readonly row: number; readonly weight: number }[][];
  readonly #slack: readonly (readonly [lo: number, hi: number])[];
  readonly #inForce: boolean[];
  readonly #questions: Question[][];

  constructor(system: System, doubts: readonly Doubt[]) {
    this.#system = system;
    this.#doubts = doubts;
    this.#moving = doubts.map(() => []);
    this.#sumsOf = system.truth.map(() => []);
    doubts.forEach(({ sum }, doubt) => {
      sum.columns.forEach((column, at) => {
        this.#sumsOf[column]?.push({ doubt, weight: sum.weights?.[at] ?? 1 });
      });
    });
    this.#rowsOf = system.truth.map(() => []);
    this.#slack = system.rows.map(({ columns, weights, lo, hi }, row) => {
      let value = 0;
      columns.forEach((column, at) => {
        const weight = weights?.[at] ?? 1;
        this.#rowsOf[column]?.push({ row, weight });
        value += weight * (system.truth[column] as number);
      });
      return [lo - value - tolerance, hi - value + tolerance] as const;
    });
    this.#inForce = system.rows.map(({ cell }) => cell === undefined);
    this.#questions = system.onlookers.map(() => []);
    doubts.forEach(({ onlookers }, doubt) => {
      for (const onlooker of onlookers) this.#questions[onlooker]?.push({ doubt, onlooker, shownBy: [] });
    });
  }

  /** Remembers a world. */
  add({ columns, shifts, refutedBy }: World): void {
    const against = new Set<number>();
    const world = { columns, shifts, refutedBy, against };
    const [rows, sums] = [new Map<number, number>(), new Map<number, number>()];
    columns.forEach((column, at) => {
      const shift = shifts[at] as number;
      for (const { row, weight } of this.#rowsOf[column] ?? []) rows.set(row, (rows.get(row) ?? 0) + weight * shift);
      for (const { doubt, weight } of this.#sumsOf[column] ?? [])
        sums.set(doubt, (sums.get(doubt) ?? 0) + weight * shift);
    });
    for (const [row, shift] of rows) if (this.#inForce[row] && !this.#fits(row, shift)) against.add(row);
    for (const [doubt, shift] of sums) if (Math.abs(shift) > tolerance) this.#moving[doubt]?.push({ world, shift });
    this.#all.push(world);
  }

  /** Puts a row in force, or takes it out. */
  put(row: number, inForce: boolean): void {
    if (this.#inForce[row] === inForce) return;
    this.#inForce[row] = inForce;
    if (!inForce) {
      for (const { against } of this.#all) against.delete(row);
      return;
    }
    const { columns, weights } = this.#system.rows[row] as System["rows"][number];
    const weightOf = new Map(columns.map((column, at) => [column, weights?.[at] ?? 1]));
    for (const world of this.#all) {
      let shift = 0;
      for (let at = 0; at < world.columns.length; at++) {
        const weight = weightOf.get(world.columns[at] as number);
        if (weight !== undefined) shift += weight * (world.shifts[at] as number);
      }
      if (!this.#fits(row, shift)) world.against.add(row);
    }
  }

  /** The doubts that no known worlds leave open for an onlooker. */
  unshown(onlooker: number): number[] {
    const found: number[] = [];
    for (const question of this.#questions[onlooker] ?? []) if (!this.#show(question)) found.push(question.doubt);
    return found;
  }

  /** Whether known worlds leave a doubt open for an onlooker. */
  leavesOpen(doubt: number, onlooker: number): boolean {
    return this.#show({ doubt, onlooker, shownBy: [] });
  }

  /** Asks no more about a doubt that what is public already closes for an onlooker. */
  forget(doubt: number, onlooker: number): void {
    const questions = this.#questions[onlooker] ?? [];
    this.#questions[onlooker] = questions.filter((question) => question.doubt !== doubt);
  }

  #show(question: Question): boolean {
    const { doubt, onlooker } = question;
    const { view } = this.#system.onlookers[onlooker] as Onlooker;
    if (question.shownBy.length > 0 && question.shownBy.every((world) => this.#possible(world, view))) return true;
    const { width, reach } = this.#doubts[doubt] as Doubt;
    let [least, greatest] = [0, 0];
    let [low, high]: [Placed | undefined, Placed | undefined] = [undefined, undefined];
    const moving = this.#moving[doubt] ?? [];
    for (let at = moving.length - 1; at >= 0; at--) {
      const { world, shift } = moving[at] as { world: Placed; shift: number };
      if (shift <= greatest && shift >= least) continue;
      if (world.refutedBy.has(onlooker) || !this.#possible(world, view)) continue;
      if (shift > greatest) [greatest, high] = [shift, world];
      else [least, low] = [shift, world];
      if (greatest < reach - tolerance || greatest - least < width - tolerance) continue;
      question.shownBy = [high, low].filter((one) => one !== undefined);
      return true;
    }
    question.shownBy = [];
    return false;
  }

  #possible({ against }: Placed, view: string): boolean {
    for (const row of against)
      if (sees(view, (this.#system.rows[row] as System["rows"][number]).audience)) return false;
    return true;
  }

  #fits(row: number, shift: number): boolean {
    const [lo, hi] = this.#slack[row] as readonly [number, number];
    return shift >= lo && shift <= hi;
  }
}
