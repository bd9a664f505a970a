/** How closely the neighbours of one node hold together. */
export interface Cohesion {
  /** How far its ties lead back to the same few, above 0 (Burt 1992, unweighted); null without a tie. */
  readonly constraint: number | null;
  /** Share of the pairs of its neighbours that are tied themselves, 0-1 (Watts and Strogatz 1998); 0 below two neighbours. */
  readonly clustering: number;
}

/**
 * Constraint and clustering of each node, and the transitivity of the whole: closed among all pairs of ties that meet
 * (Newman 2003), null where none meet. Neighbours are given by place in the list, each once and none itself.
 */
export function cohesionOf(neighbours: readonly (readonly number[])[]): {
  readonly each: readonly Cohesion[];
  readonly transitivity: number | null;
} {
  const near = new Int32Array(neighbours.length).fill(-1);
  const throughOthers = new Float64Array(neighbours.length);
  let [closed, meeting] = [0, 0];
  const each = neighbours.map((own, node): Cohesion => {
    const degree = own.length;
    for (const neighbour of own) {
      near[neighbour] = node;
      throughOthers[neighbour] = 0;
    }
    let pairs = 0;
    for (const between of own) {
      const others = neighbours[between] as readonly number[];
      for (const other of others)
        if (near[other] === node) {
          throughOthers[other] = (throughOthers[other] as number) + 1 / (degree * others.length);
          pairs += 1;
        }
    }
    closed += pairs;
    meeting += degree * (degree - 1);
    return {
      constraint:
        degree === 0 ? null : own.reduce((sum, at) => sum + (1 / degree + (throughOthers[at] as number)) ** 2, 0),
      clustering: degree < 2 ? 0 : pairs / (degree * (degree - 1)),
    };
  });
  return { each, transitivity: meeting === 0 ? null : closed / meeting };
}
