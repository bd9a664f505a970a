import { UndirectedGraph } from "graphology";
import { betweenness as betweennessOf, closeness as closenessOf } from "graphology-metrics/centrality/index.js";
import { type Cohesion, cohesionOf } from "./cohesion.ts";
import { eigenvectorOf } from "./eigenvector.ts";

/** Where a node stands in an undirected network of unweighted ties. */
export interface Position extends Cohesion {
  /** Ties it has. */
  readonly degree: number;
  /** Those of the ties it could have, 0-1. */
  readonly degreeShare: number;
  /** Share of the shortest ways between two others that lead through it, 0-1 (Freeman 1977). */
  readonly betweenness: number;
  /** Nodes it reaches by their distances, 0-1; in several parts weighed by the size of its own (Wasserman and Faust 1994). */
  readonly closeness: number;
  /** How well tied those are to whom it is tied, 0-1 (Bonacich 1972); null where it cannot be told. */
  readonly eigenvector: number | null;
}

/** A network as a whole. */
export interface Network {
  readonly positions: ReadonlyMap<string, Position>;
  /** Parts without a way between them. */
  readonly components: number;
  /** Nodes of the largest part. */
  readonly largest: number;
  /** Share of the pairs of ties that meet whose ends are tied too, 0-1; null where no two meet. */
  readonly transitivity: number | null;
}

/** The measures of a network of ties; the same tie named twice counts once, and a node tied to itself is left alone. */
export function networkOf(nodes: Iterable<string>, ties: Iterable<readonly [string, string]>): Network {
  const graph = new UndirectedGraph();
  for (const node of nodes) graph.mergeNode(node);
  for (const [one, other] of ties) if (one !== other) graph.mergeEdge(one, other);
  if (graph.order === 0) return { positions: new Map(), components: 0, largest: 0, transitivity: null };
  const betweenness = betweennessOf(graph, { normalized: true });
  const closeness = closenessOf(graph, { wassermanFaust: true });
  const at = new Map(graph.nodes().map((node, index) => [node, index]));
  const neighbours = graph.nodes().map((node) => graph.neighbors(node).map((other) => at.get(other) as number));
  const eigenvector = eigenvectorOf(neighbours);
  const { each: cohesion, transitivity } = cohesionOf(neighbours);
  const positions = new Map(
    graph.nodes().map((node, index) => [
      node,
      {
        ...(cohesion[index] as Cohesion),
        degree: graph.degree(node),
        degreeShare: graph.order < 2 ? 0 : graph.degree(node) / (graph.order - 1),
        // Between fewer than three nodes nobody stands between two others.
        betweenness: graph.order < 3 ? 0 : (betweenness[node] ?? 0),
        closeness: closeness[node] ?? 0,
        eigenvector: eigenvector?.[index] ?? null,
      },
    ]),
  );
  const sizes = componentSizes(graph);
  return { positions, components: sizes.length, largest: Math.max(...sizes), transitivity };
}

function componentSizes(graph: UndirectedGraph): number[] {
  const seen = new Set<string>();
  const sizes: number[] = [];
  for (const start of graph.nodes()) {
    if (seen.has(start)) continue;
    const waiting = [start];
    seen.add(start);
    let size = 0;
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      size += 1;
      for (const next of graph.neighbors(node))
        if (!seen.has(next)) {
          seen.add(next);
          waiting.push(next);
        }
    }
    sizes.push(size);
  }
  return sizes;
}
