/** Steps times ties after which a network that has not settled is given up, about a second. */
const patience = 2e8;
const exact = 1e-12;

/**
 * Eigenvector centrality of each node (Bonacich 1972), 0-1, of length one together: how well tied those are to whom it is
 * tied. Outside the part of the network with the densest ties it is 0. Null where so many steps do not settle it.
 *
 * Powers of A + I, which settle for two-sided networks too; they stop where what remains, told from how fast the steps
 * shrink, is below 1e-12. Neighbours are given by place in the list.
 */
export function eigenvectorOf(neighbours: readonly (readonly number[])[]): Float64Array | null {
  const order = neighbours.length;
  const ties = neighbours.reduce((sum, { length }) => sum + length, order);
  let now = new Float64Array(order).fill(1 / Math.sqrt(order));
  let next = new Float64Array(order);
  let before = Number.POSITIVE_INFINITY;
  for (let step = 0; step * ties < patience; step += 1) {
    let norm = 0;
    for (let node = 0; node < order; node += 1) {
      let sum = now[node] as number;
      for (const neighbour of neighbours[node] as readonly number[]) sum += now[neighbour] as number;
      next[node] = sum;
      norm += sum * sum;
    }
    norm = Math.sqrt(norm);
    let moved = 0;
    for (let node = 0; node < order; node += 1) {
      next[node] = (next[node] as number) / norm;
      moved = Math.max(moved, Math.abs((next[node] as number) - (now[node] as number)));
    }
    [now, next] = [next, now];
    const shrink = moved / before;
    if (moved < Number.EPSILON || (moved < 1e-9 && shrink < 1 && (moved * shrink) / (1 - shrink) < exact)) return now;
    before = moved;
  }
  return null;
}
