import { clear, parallel, prime, Span } from "./prime-field.ts";
import type { Sum } from "./system.ts";

/** The published sums as somebody sees them who knows some unknowns already, and what they must not be able to work out. */
interface Onlooker {
  readonly known: ReadonlySet<number>;
  readonly span: Span;
  secrets: Float64Array[];
}

/** A problem for elimination: sums over `size` unknowns. */
export interface Elimination<Candidate extends Sum> {
  readonly size: number;
  /** In the order in which they are to be published. */
  readonly candidates: readonly Candidate[];
  readonly secrets: readonly Sum[];
  /** Sums that are public already. */
  readonly public: readonly Sum[];
  /** For each onlooker, the unknowns that it knows. */
  readonly known: readonly ReadonlySet<number>[];
}

/**
 * Which candidates can be published, taken in their order, without any secret becoming a combination of published sums
 * for any onlooker. Exact arithmetic modulo a prime, no tolerance. A secret that what is public already tells is no
 * longer one. Gaussian elimination after Langsrud 2024 (SSBtools, "Gauss suppression"), over a field.
 */
export function eliminate<Candidate extends Sum>(problem: Elimination<Candidate>): Candidate[] {
  const { size, candidates, secrets, known } = problem;
  const onlookers = known.map((mine): Onlooker => {
    const span = new Span();
    return { known: mine, span, secrets: secrets.map((secret) => vectorOf(secret, size, mine)) };
  });
  for (const onlooker of onlookers) {
    for (const sum of problem.public) publish(onlooker, onlooker.span.reduce(vectorOf(sum, size, onlooker.known)));
    onlooker.secrets = onlooker.secrets.filter((secret) => secret.some((entry) => entry !== 0));
  }
  return candidates.filter((candidate) => {
    const rests: Float64Array[] = [];
    for (const { known: mine, span, secrets: theirs } of onlookers) {
      const rest = span.reduce(vectorOf(candidate, size, mine));
      const first = rest.findIndex((entry) => entry !== 0);
      if (first >= 0 && theirs.some((secret) => secret[first] !== 0 && parallel(secret, rest))) return false;
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
  if (added) for (const secret of secrets) clear(secret, added);
}

function vectorOf({ columns, weights }: Sum, size: number, known: ReadonlySet<number>): Float64Array {
  const vector = new Float64Array(size);
  columns.forEach((column, at) => {
    if (!known.has(column)) vector[column] = ((weights?.[at] ?? 1) + prime) % prime;
  });
  return vector;
}
