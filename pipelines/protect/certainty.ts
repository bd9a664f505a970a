import { coverByMoves } from "./moves.ts";
import { SparseProgram } from "./sparse-program.ts";
import { type Doubt, holds, type Onlooker, type System, type View } from "./system.ts";

const tolerance = 1e-6;

/** From so many doubts of an insider on, one world far from the truth is tried for all of them at once. */
const many = 3;

/** A world that fits all that is published: how far each unknown is from the truth, and the insiders who know better. */
export interface World {
  readonly columns: readonly number[];
  readonly shifts: readonly number[];
  readonly refutedBy: ReadonlySet<number>;
  /** Whose rows it fits. */
  readonly view: View;
}

/** A doubt with the onlookers for whom no world was found yet that leaves it open. */
export interface Open extends Doubt {
  readonly waiting: Set<number>;
}

/**
 * The candidates to withdraw so that every doubt stays open for every onlooker. A world that changes few unknowns serves
 * all who know none of these, so for each doubt the smallest change is sought by linear programming, then another for
 * those who can refute it; where there is none, the published rows that bind the sum are found by its extremes, and the
 * candidate among them comes first that `bySacrifice` puts first. Gives also the doubts that what is public already closes.
 */
export async function withdraw(
  system: System,
  doubts: readonly Doubt[],
  bySacrifice: (one: number, other: number) => number,
): Promise<{ withdrawn: Set<number>; lost: string[] }> {
  const open: Open[] = doubts.map((doubt) => ({ ...doubt, waiting: new Set(doubt.onlookers) }));
  coverByMoves(system, open);
  const pending = open.filter(({ waiting }) => waiting.size > 0);
  const withdrawn = new Set<number>();
  const lost: string[] = [];
  if (pending.length === 0) return { withdrawn, lost };
  const touching = new Map<number, { doubt: Open; weight: number }[]>();
  for (const doubt of pending)
    doubt.sum.columns.forEach((column, at) => {
      const list = touching.get(column) ?? [];
      list.push({ doubt, weight: doubt.sum.weights?.[at] ?? 1 });
      touching.set(column, list);
    });
  const cover = (world: World) => {
    const moved = new Map<Open, number>();
    world.columns.forEach((column, at) => {
      for (const { doubt, weight } of touching.get(column) ?? [])
        moved.set(doubt, (moved.get(doubt) ?? 0) + weight * (world.shifts[at] as number));
    });
    for (const [doubt, shift] of moved)
      if (opens(doubt, shift))
        for (const onlooker of doubt.waiting)
          if (!world.refutedBy.has(onlooker) && holds(world.view, (system.onlookers[onlooker] as Onlooker).view))
            doubt.waiting.delete(onlooker);
  };
  const program = await SparseProgram.of(system, pending);
  try {
    for (let onlooker = 0; onlooker < system.onlookers.length; onlooker++) {
      if (!pending.some(({ waiting }) => waiting.has(onlooker))) continue;
      program.know(onlooker);
      if (onlooker > 0)
        for (let before = Number.POSITIVE_INFINITY; ; ) {
          const left = pending.filter(({ waiting }) => waiting.has(onlooker));
          if (left.length < many || left.length >= before) break;
          before = left.length;
          const world = program.away(left);
          if (!world) break;
          cover(world);
        }
      for (const [at, doubt] of pending.entries())
        while (doubt.waiting.has(onlooker)) {
          const world = program.nearest(at, doubt);
          if (world) {
            cover(world);
            doubt.waiting.delete(onlooker);
            break;
          }
          const binding = program.bound(doubt);
          if (binding === undefined) doubt.waiting.delete(onlooker);
          else {
            const [first] = binding.filter((cell) => !withdrawn.has(cell)).sort(bySacrifice);
            if (first === undefined) {
              lost.push(doubt.name);
              doubt.waiting.delete(onlooker);
            } else {
              withdrawn.add(first);
              program.release(first);
            }
          }
        }
    }
  } finally {
    program.close();
  }
  return { withdrawn, lost };
}

/** Whether one world at that distance from the truth leaves the doubt open by itself. */
export function opens({ width, reach }: Pick<Doubt, "width" | "reach">, shift: number): boolean {
  return shift >= Math.max(width, reach) - tolerance || (reach <= 0 && shift <= -width + tolerance);
}
