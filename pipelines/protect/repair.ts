import { type CountCell, type CountTable, insidersOf, sumOf } from "./atoms.ts";
import { insideWidth, minimum, outsideWidth } from "./limits.ts";
import { LinearProgram, solver } from "./linear-program.ts";

const tolerance = 1e-6;

/** Somebody who reads the published cells and knows some atoms already; `width` is how uncertain a secret must stay. */
interface Onlooker {
  readonly known: ReadonlySet<number>;
  readonly width: number;
  /** What the greatest possible count must reach, so that "fewer than the minimum" is never certain. */
  readonly reach: number;
  /** Worlds that fit everything this onlooker knows. */
  readonly witnesses: Float64Array[];
}

/**
 * Withdraws published cells until nobody can bound an unsafe one too closely: for a reader its interval is at least
 * `outsideWidth` wide and reaches the minimum, for each manager of a country at least `insideWidth`. Each interval is
 * found by linear programming under non-negativity; where it is too narrow, the finest of the cells that bind it goes.
 */
export async function repair(
  table: CountTable,
  published: readonly CountCell[],
  unsafe: readonly CountCell[],
): Promise<CountCell[]> {
  const highs = await solver();
  const truth = Float64Array.from(table.atoms, ({ count }) => count);
  const onlooker = (known: ReadonlySet<number>, width: number, reach: number): Onlooker => ({
    known,
    width,
    reach,
    witnesses: [truth],
  });
  const onlookers = [
    onlooker(new Set(), outsideWidth, minimum),
    ...[...insidersOf(table.atoms).values()].map((known) => onlooker(known, insideWidth, 0)),
  ];
  let kept = [...published];
  for (;;) {
    const rows = kept.map(({ atoms, count }) => ({ columns: atoms, lo: count, hi: count }));
    const none = new Float64Array(truth.length);
    const program = new LinearProgram(highs, none, new Float64Array(truth.length).fill(Number.POSITIVE_INFINITY), rows);
    const dropped = new Set<number>();
    for (const onlooker of onlookers) {
      const { known } = onlooker;
      program.bound(
        truth.map((count, at) => (known.has(at) ? count : 0)),
        truth.map((count, at) => (known.has(at) ? count : Number.POSITIVE_INFINITY)),
      );
      for (const cell of unsafe) {
        const secret = cell.atoms.filter((atom) => !known.has(atom));
        if (secret.length === 0) continue;
        const binding = tooNarrow(program, onlooker, secret);
        if (!binding || binding.some((row) => dropped.has(row))) continue;
        const [finest] = [...binding].sort((one, other) => bySacrifice(kept[one]!, kept[other]!));
        if (finest !== undefined) dropped.add(finest);
      }
    }
    program.close();
    if (dropped.size === 0) return kept;
    kept = kept.filter((_, row) => !dropped.has(row));
  }
}

/** The rows that keep a sum too certain, or undefined where it is uncertain enough. */
function tooNarrow(
  program: LinearProgram,
  { width, reach, witnesses }: Onlooker,
  secret: readonly number[],
): readonly number[] | undefined {
  const cell = { atoms: secret };
  let [least, greatest] = [Number.POSITIVE_INFINITY, 0];
  for (const witness of witnesses) {
    const value = sumOf(cell, (atom) => witness[atom] as number);
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  const enough = () => greatest - least >= width - tolerance && greatest >= reach - tolerance;
  if (enough()) return undefined;
  const highest = program.extreme(secret, "greatest");
  greatest = highest.value;
  if (highest.columns) witnesses.push(highest.columns);
  if (enough()) return undefined;
  const lowest = program.extreme(secret, "least");
  least = lowest.value;
  if (lowest.columns) witnesses.push(lowest.columns);
  if (enough()) return undefined;
  return [...highest.binding, ...lowest.binding];
}

/** Finest first, then the fewest collectives: the cell that readers miss least. */
export function bySacrifice(one: CountCell, other: CountCell): number {
  return other.rank - one.rank || one.count - other.count || (one.name < other.name ? -1 : 1);
}
