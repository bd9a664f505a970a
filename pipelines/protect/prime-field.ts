/** A prime below 2^26, so that a product of two residues is exact in a double. */
export const prime = 67_108_859;

/** Multiplicative inverse modulo `prime`, by the extended Euclidean algorithm; `value` is 1 … prime − 1. */
export function inverse(value: number): number {
  let [r0, r1, s0, s1] = [prime, value, 0, 1];
  while (r1 !== 0) {
    const quotient = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  return ((s0 % prime) + prime) % prime;
}

/** A row of an echelon basis: its entries that are not zero, of which the one at `pivot` is 1. */
export interface BasisRow {
  readonly pivot: number;
  readonly places: Int32Array;
  readonly entries: Float64Array;
}

/** Subtracts from `vector`, in place, the multiple of `row` that clears its pivot. */
export function clear(vector: Float64Array, { pivot, places, entries }: BasisRow): void {
  const factor = vector[pivot] as number;
  if (factor === 0) return;
  const against = prime - factor;
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    vector[place] = ((vector[place] as number) + against * (entries[at] as number)) % prime;
  }
}

/** True when one vector is a non-zero multiple of the other modulo `prime`. */
export function parallel(one: Float64Array, other: Float64Array): boolean {
  let factor = 0;
  for (let at = 0; at < one.length; at++) {
    const [a, b] = [one[at] as number, other[at] as number];
    if (a === 0 && b === 0) continue;
    if (a === 0 || b === 0) return false;
    if (factor === 0) factor = (a * inverse(b)) % prime;
    else if (a !== (factor * b) % prime) return false;
  }
  return factor !== 0;
}

/** All vectors that the added ones can be combined to, as an echelon basis modulo `prime`. */
export class Span {
  readonly #rows: BasisRow[] = [];

  /** What is left of a vector of residues once everything the span explains is taken away: all zero inside the span. */
  reduce(vector: Float64Array): Float64Array {
    const rest = Float64Array.from(vector);
    for (const row of this.#rows) clear(rest, row);
    return rest;
  }

  /** Adds what `reduce` left; the new basis row, or undefined where nothing was left. */
  add(rest: Float64Array): BasisRow | undefined {
    const places: number[] = [];
    rest.forEach((entry, place) => {
      if (entry !== 0) places.push(place);
    });
    const [pivot] = places;
    if (pivot === undefined) return undefined;
    const scale = inverse(rest[pivot] as number);
    const entries = Float64Array.from(places, (place) => ((rest[place] as number) * scale) % prime);
    const row = { pivot, places: Int32Array.from(places), entries };
    this.#rows.push(row);
    return row;
  }

  contains(vector: Float64Array): boolean {
    return this.reduce(vector).every((entry) => entry === 0);
  }
}
