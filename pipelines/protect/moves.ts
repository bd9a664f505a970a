import type { Open } from "./certainty.ts";
import { opens } from "./certainty.ts";
import { type System, sumIn } from "./system.ts";

/**
 * Finds for each doubt worlds that differ from the true one by one or two collectives, without a solver: one unknown of
 * the sum moves, alone or with one outside moving the other way so that every row keeps its bounds.
 */
export function coverByMoves({ truth, most, rows, knowers }: System, open: readonly Open[]): void {
  const rowsOf = truth.map((): number[] => []);
  const room = rows.map((row, at) => {
    for (const column of row.columns) rowsOf[column]?.push(at);
    const value = sumIn(row, truth);
    return { up: row.hi - value >= 1, down: value - row.lo >= 1, plain: row.weights === undefined };
  });
  if (room.some(({ plain }) => !plain)) return;
  const canRise = truth.map((value, at) => value + 1 <= (most[at] as number));
  const canFall = truth.map((value) => value >= 1);
  for (const doubt of open) {
    const { waiting, sum } = doubt;
    if (sum.weights) continue;
    for (const direction of [1, -1] as const) {
      if (waiting.size === 0) break;
      if (!opens(doubt, direction)) continue;
      const [own, others] = direction === 1 ? [canRise, canFall] : [canFall, canRise];
      const [with_, against] = direction === 1 ? (["up", "down"] as const) : (["down", "up"] as const);
      const inside = new Set(sum.columns);
      const movable = sum.columns.filter((column) => own[column]);
      const stuckOf = (column: number) => (rowsOf[column] as number[]).filter((row) => !room[row]?.[with_]);
      const refuse = (...columns: readonly number[]) => {
        for (const onlooker of waiting)
          if (!columns.some((column) => knowers[column]?.includes(onlooker))) waiting.delete(onlooker);
      };
      const stuck = movable.map((column) => ({ column, rows: stuckOf(column) }));
      for (const { column, rows: held } of stuck) if (held.length === 0) refuse(column);
      for (const { column, rows: held } of stuck) {
        if (waiting.size === 0) break;
        if (held.length === 0) continue;
        const mine = rowsOf[column] as number[];
        for (const other of rows[held[0] as number]?.columns ?? []) {
          if (!others[other] || inside.has(other)) continue;
          const theirs = rowsOf[other] as number[];
          if (
            held.every((row) => theirs.includes(row)) &&
            theirs.every((row) => room[row]?.[against] || mine.includes(row))
          ) {
            refuse(column, other);
            if (waiting.size === 0) break;
          }
        }
      }
    }
  }
}
