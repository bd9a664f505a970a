import type { Row } from "../linear-program.ts";
import type { Guessed } from "./guess.ts";

/** How far the truth can move within published rows by one unknown, or by two against each other. */
export interface Moves {
  readonly up: readonly number[];
  readonly down: readonly number[];
  /** The unknowns of which one can fall by one where another rises by one (`way` 1), or rise where it falls (-1). */
  partners(column: number, way: 1 | -1): readonly number[];
}

/** The small moves that published rows leave open: each is another world, so what it changes is not found out. */
export function movesOf({ truth, most }: Pick<Guessed, "truth" | "most">, rows: readonly Row[]): Moves {
  const up = truth.map((value, column) => (most[column] as number) - value);
  const down = [...truth];
  const rowsOf = truth.map((): number[] => []);
  const members = rows.map(({ columns }) => new Set(columns));
  const room = rows.map(({ columns, weights, lo, hi }, at) => {
    let value = 0;
    columns.forEach((column, index) => {
      rowsOf[column]?.push(at);
      value += (weights?.[index] ?? 1) * (truth[column] as number);
    });
    const [over, under] = [Math.max(0, hi - value), Math.max(0, value - lo)];
    columns.forEach((column, index) => {
      const weight = weights?.[index] ?? 1;
      const [rise, fall] = weight > 0 ? [over, under] : [under, over];
      up[column] = Math.min(up[column] as number, rise / Math.abs(weight));
      down[column] = Math.min(down[column] as number, fall / Math.abs(weight));
    });
    return { 1: over, "-1": under };
  });
  const even = rows.every(({ weights }) => weights === undefined);
  const closed = (column: number, way: 1 | -1) =>
    way === 1 ? (most[column] as number) - (truth[column] as number) < 1 : (truth[column] as number) < 1;
  const tight = (column: number, way: 1 | -1) =>
    (rowsOf[column] as number[]).filter((row) => (room[row] as Record<1 | -1, number>)[way] < 1);
  const found = new Map<number, readonly number[]>();
  return {
    up,
    down,
    partners(column, way) {
      const known = found.get(way * (column + 1));
      if (known) return known;
      const binding = even && !closed(column, way) ? tight(column, way).map((row) => members[row] as Set<number>) : [];
      const [shortest, ...others] = binding.sort((one, other) => one.size - other.size);
      const against = way === 1 ? -1 : 1;
      const partners = [...(shortest ?? [])].filter(
        (other) =>
          other !== column &&
          !closed(other, against) &&
          others.every((row) => row.has(other)) &&
          tight(other, against).every((row) => members[row]?.has(column)),
      );
      found.set(way * (column + 1), partners);
      return partners;
    },
  };
}

/** How far such a move takes a sum of unknowns up and down, where those in `mine` are known and stay. */
export function movedBy(
  { columns, weights }: Pick<Row, "columns" | "weights">,
  mine: ReadonlySet<number>,
  moves: Moves,
): { readonly up: number; readonly down: number } {
  let [up, down] = [0, 0];
  columns.forEach((column, at) => {
    if (mine.has(column)) return;
    const weight = weights?.[at] ?? 1;
    const [rise, fall] = [weight * (moves.up[column] as number), weight * (moves.down[column] as number)];
    up = Math.max(up, rise, -fall);
    down = Math.max(down, fall, -rise);
  });
  if (weights || (up >= 1 && down >= 1)) return { up, down };
  const own = new Set(columns);
  const swaps = (way: 1 | -1) =>
    columns.some(
      (column) => !mine.has(column) && moves.partners(column, way).some((other) => !mine.has(other) && !own.has(other)),
    );
  return { up: up < 1 && swaps(1) ? 1 : up, down: down < 1 && swaps(-1) ? 1 : down };
}
