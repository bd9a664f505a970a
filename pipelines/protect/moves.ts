import { type Doubt, type System, sumIn } from "./system.ts";
import type { World } from "./worlds.ts";

/**
 * Finds for each doubt worlds that differ from the true one by one or two collectives, without a solver: one unknown of
 * the sum moves, alone or with one outside moving the other way so that every row in force keeps its bounds.
 */
export function* movesOf(
  { truth, most, rows: all, knowers }: System,
  doubts: readonly Doubt[],
  shown: ReadonlySet<number>,
): Generator<World> {
  const rows = all.filter(({ cell }) => cell === undefined || shown.has(cell));
  if (rows.some(({ weights }) => weights)) return;
  const rowsOf = truth.map((): number[] => []);
  const room = rows.map((row, at) => {
    for (const column of row.columns) rowsOf[column]?.push(at);
    const value = sumIn(row, truth);
    return { up: row.hi - value >= 1, down: value - row.lo >= 1 };
  });
  const canRise = truth.map((value, at) => value + 1 <= (most[at] as number));
  const canFall = truth.map((value) => value >= 1);
  for (const { sum, width, reach, onlookers } of doubts) {
    if (sum.weights || width > 1 || reach > 1) continue;
    const waiting = new Set(onlookers);
    const inside = new Set(sum.columns);
    for (const direction of reach <= 0 ? ([1, -1] as const) : ([1] as const)) {
      const [own, others] = direction === 1 ? [canRise, canFall] : [canFall, canRise];
      const [with_, against] = direction === 1 ? (["up", "down"] as const) : (["down", "up"] as const);
      const movable = sum.columns.filter((column) => own[column]);
      const stuck = movable.map((column) => ({
        column,
        held: (rowsOf[column] as number[]).filter((row) => !room[row]?.[with_]),
      }));
      const serves = (columns: readonly number[]) => {
        const before = waiting.size;
        for (const onlooker of waiting)
          if (!columns.some((column) => knowers[column]?.includes(onlooker))) waiting.delete(onlooker);
        return waiting.size < before;
      };
      const world = (columns: readonly number[]): World => ({
        columns,
        shifts: columns.length === 1 ? [direction] : [direction, -direction],
        refutedBy: new Set(columns.flatMap((column) => knowers[column] ?? [])),
      });
      for (const { column, held } of stuck) if (held.length === 0 && serves([column])) yield world([column]);
      for (const { column, held } of stuck) {
        if (waiting.size === 0) break;
        if (held.length === 0) continue;
        const mine = rowsOf[column] as number[];
        for (const other of rows[held[0] as number]?.columns ?? []) {
          if (!others[other] || inside.has(other)) continue;
          const theirs = rowsOf[other] as number[];
          const fits =
            held.every((row) => theirs.includes(row)) &&
            theirs.every((row) => room[row]?.[against] || mine.includes(row));
          if (!fits || !serves([column, other])) continue;
          yield world([column, other]);
          if (waiting.size === 0) break;
        }
      }
    }
  }
}
