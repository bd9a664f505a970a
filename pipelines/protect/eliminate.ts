import { type CountCell, type CountTable, insidersOf } from "./atoms.ts";
import { clear, parallel, Span } from "./prime-field.ts";

/** The published cells as somebody sees them who knows some atoms already, and what they must not be able to work out. */
interface Onlooker {
  readonly known: ReadonlySet<number>;
  readonly span: Span;
  readonly secrets: Float64Array[];
}

/**
 * Which candidates can be published, taken in their order, without any unsafe cell becoming a combination of published
 * ones: for a reader, and for the manager of each country, who knows its atoms. Exact arithmetic modulo a prime, no
 * tolerance. `safe` cells count as published from the start.
 * Gaussian elimination after Langsrud 2024 (SSBtools, "Gauss suppression"), over a field.
 */
export function eliminate(
  { atoms }: Pick<CountTable, "atoms">,
  candidates: readonly CountCell[],
  unsafe: readonly CountCell[],
  safe: readonly CountCell[] = [],
): CountCell[] {
  const onlookers = [new Set<number>(), ...insidersOf(atoms).values()].map(
    (known): Onlooker => ({
      known,
      span: new Span(),
      secrets: unsafe
        .map((cell) => vectorOf(cell, atoms.length, known))
        .filter((vector) => vector.some((entry) => entry !== 0)),
    }),
  );
  for (const cell of safe)
    for (const onlooker of onlookers)
      publish(onlooker, onlooker.span.reduce(vectorOf(cell, atoms.length, onlooker.known)));
  return candidates.filter((cell) => {
    const rests: Float64Array[] = [];
    for (const { known, span, secrets } of onlookers) {
      const rest = span.reduce(vectorOf(cell, atoms.length, known));
      if (secrets.some((secret) => parallel(secret, rest))) return false;
      rests.push(rest);
    }
    onlookers.forEach((onlooker, at) => {
      publish(onlooker, rests[at] as Float64Array);
    });
    return true;
  });
}

/** Adds to what is published, and keeps each secret reduced by it. */
function publish({ span, secrets }: Onlooker, rest: Float64Array): void {
  const added = span.add(rest);
  if (added) for (const secret of secrets) clear(secret, added.row, added.pivot);
}

function vectorOf(cell: CountCell, dimension: number, known: ReadonlySet<number>): Float64Array {
  const vector = new Float64Array(dimension);
  for (const atom of cell.atoms) if (!known.has(atom)) vector[atom] = 1;
  return vector;
}
