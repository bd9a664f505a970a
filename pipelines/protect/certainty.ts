import { Conflicts } from "./conflicts.ts";
import { movesOf } from "./moves.ts";
import { SparseProgram } from "./sparse-program.ts";
import type { Doubt, System } from "./system.ts";
import { Worlds } from "./worlds.ts";

/** From so many doubts of an insider on, one world far from the truth is tried for all of them at once. */
const many = 3;

/** Of two choices worth as much, the one is taken that changes less. */
const slight = 0.001;

/** A choice worth so little more is not looked for any longer. */
const worthwhile = 1.5;

/** What is to be chosen from. */
export interface Candidates {
  /** The candidates to begin with. */
  readonly first: Iterable<number>;
  /** All of them: in this order they are tried again, and the last of those that bind a sum goes first. */
  readonly order: readonly number[];
  /** How much is lost where one is withdrawn. */
  readonly worth: readonly number[];
  /** How often a worthier choice is looked for; 0 to take the first that leaves every doubt open. */
  readonly rounds: number;
  /** Candidates that are tried one after the other when the choice among the others stands. */
  readonly after?: (shown: ReadonlySet<number>) => readonly number[];
}

/**
 * The candidates that can be shown while every doubt stays open for every onlooker. A world that changes few unknowns
 * serves all who know none of these, so for each doubt the smallest change is sought by linear programming, then another
 * for those who can refute it. Where there is none, the rows that bind the sum name candidates that cannot all be shown (by
 * duality, whatever else is): such a conflict is remembered, and one of them goes. Then, in rounds, the choice worth most
 * that the conflicts known so far allow is tried (Benders' method, with cuts of this kind: Hooker and Ottosson 2003); it
 * teaches new conflicts, or is the best there is. Gives also the doubts that what is public already closes.
 */
export async function choose(
  system: System,
  doubts: readonly Doubt[],
  { first, order, worth, rounds, after = () => [] }: Candidates,
): Promise<{ shown: Set<number>; lost: string[] }> {
  const place = new Map(order.map((cell, at) => [cell, at]));
  const rowsOf = worth.map((): number[] => []);
  system.rows.forEach(({ cell }, row) => {
    if (cell !== undefined) rowsOf[cell]?.push(row);
  });
  const worlds = new Worlds(system, doubts);
  const conflicts = new Conflicts(worth.length);
  const lost: string[] = [];
  const shown = new Set<number>();
  let program: SparseProgram | undefined;
  const put = (cell: number, on: boolean) => {
    if (on) shown.add(cell);
    else shown.delete(cell);
    for (const row of rowsOf[cell] as number[]) worlds.put(row, on);
    program?.put(cell, rowsOf[cell] as number[], on);
  };
  /** Finds worlds for every doubt of every onlooker; `closed` may withdraw one of the candidates that close a doubt. */
  const ask = async (closed: (by: readonly number[]) => "again" | "stop"): Promise<boolean> => {
    for (let onlooker = 0; onlooker < system.onlookers.length; onlooker++) {
      let left = worlds.unshown(onlooker);
      if (left.length === 0) continue;
      if (!program) {
        program = await SparseProgram.of(system);
        for (const cell of shown) program.put(cell, rowsOf[cell] as number[], true);
      }
      program.know(onlooker);
      if (onlooker > 0)
        for (let before = Number.POSITIVE_INFINITY; left.length >= many && left.length < before; ) {
          before = left.length;
          const world = program.away(left.map((doubt) => doubts[doubt] as Doubt));
          if (!world) break;
          worlds.add(world);
          left = worlds.unshown(onlooker);
        }
      for (const at of left) {
        const doubt = doubts[at] as Doubt;
        while (!worlds.leavesOpen(at, onlooker)) {
          const world = program.nearest(doubt);
          if (world) {
            worlds.add(world);
            break;
          }
          const { worlds: ends, closedBy } = program.bound(doubt);
          for (const end of ends) worlds.add(end);
          if (!closedBy) break;
          if (closedBy.length === 0) {
            lost.push(doubt.name);
            worlds.forget(at, onlooker);
            break;
          }
          conflicts.add(closedBy);
          if (closed(closedBy) === "stop") return false;
        }
      }
    }
    return true;
  };
  const settle = () =>
    ask((by) => {
      const last = by.reduce((one, other) => ((place.get(one) as number) > (place.get(other) as number) ? one : other));
      put(last, false);
      return "again";
    });
  const restore = async (cells: readonly number[]) => {
    for (const cell of cells) {
      if (shown.has(cell) || conflicts.forbids(cell, shown)) continue;
      put(cell, true);
      if (!(await ask(() => "stop"))) put(cell, false);
    }
  };
  const show = (cells: ReadonlySet<number>) => {
    for (const cell of order) if (shown.has(cell) !== cells.has(cell)) put(cell, cells.has(cell));
  };
  const value = (cells: Iterable<number>) => [...cells].reduce((sum, cell) => sum + (worth[cell] as number), 0);
  try {
    for (const cell of first) put(cell, true);
    for (const world of movesOf(system, doubts, shown)) worlds.add(world);
    await settle();
    let best = new Set(shown);
    for (let round = 0; round < rounds; round++) {
      const allowed = await conflicts.best(worth.map((one, cell) => one + (best.has(cell) ? slight : 0)));
      const proposal = new Set(order.filter((cell) => allowed.has(cell)));
      if (value(proposal) < value(best) + worthwhile) break;
      show(proposal);
      await settle();
      if (value(shown) > value(best)) best = new Set(shown);
    }
    if (rounds > 0) {
      show(best);
      await restore(order);
    }
    await restore(after(new Set(shown)));
    return { shown, lost: [...new Set(lost)] };
  } finally {
    program?.close();
  }
}
