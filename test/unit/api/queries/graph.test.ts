import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkOf, type Position } from "../../../../api/queries/restricted/graph.ts";
import { sharedFixture } from "../../../shared.ts";

/** What each column of the reference is called here; one without a name would fail. */
const measureOf: Readonly<Record<string, keyof Position>> = {
  degree: "degree",
  degree_centrality: "degreeShare",
  betweenness_norm: "betweenness",
  closeness: "closeness",
  eigenvector: "eigenvector",
  clustering: "clustering",
  constraint: "constraint",
};

const folder = await sharedFixture("networks");

describe("the measures of a network", () => {
  it.skipIf(folder === undefined)("are those of two independent libraries for the karate club, to 1e-9", async () => {
    const table = async (name: string) =>
      parse(await readFile(`${folder}/${name}`), { columns: true }) as Record<string, string>[];
    const edges = await table("karate_edges.csv");
    const { positions, components, transitivity } = networkOf(
      [],
      edges.map(({ source, target }) => [source as string, target as string] as const),
    );
    expect(components).toBe(1);
    // networkx.transitivity of the same graph: three times 45 triangles among 528 pairs of ties that meet.
    expect(transitivity).toBeCloseTo(135 / 528, 12);
    for (const library of ["networkx", "igraph"]) {
      const expected = await table(`karate_nodes_expected_${library}.csv`);
      expect([library, positions.size]).toEqual([library, expected.length]);
      for (const { node, ...measures } of expected)
        for (const [column, value] of Object.entries(measures)) {
          const found = positions.get(node as string)?.[measureOf[column] as keyof Position];
          expect([library, column, node, typeof found]).toEqual([library, column, node, "number"]);
          expect(Math.abs((found as number) - Number(value)), `${library} ${column} ${node}`).toBeLessThan(1e-9);
        }
    }
  });

  it("of a chain of three put the middle between the ends, and leave who stands alone apart", () => {
    const { positions, components, largest } = networkOf(
      ["d"],
      [
        ["a", "b"],
        ["b", "c"],
        ["a", "b"],
        ["c", "c"],
      ],
    );
    expect([components, largest]).toEqual([2, 3]);
    expect([...positions].map(([node, { degree }]) => [node, degree]).sort()).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 1],
      ["d", 0],
    ]);
    expect(positions.get("b")?.betweenness).toBeCloseTo(1 / 3, 12);
    expect(positions.get("d")).toMatchObject({
      degree: 0,
      betweenness: 0,
      closeness: 0,
      constraint: null,
      clustering: 0,
    });
    expect(positions.get("b")?.constraint).toBeCloseTo(1 / 2, 12);
    expect(positions.get("b")?.eigenvector).toBeCloseTo(Math.SQRT1_2, 12);
    expect(positions.get("a")?.eigenvector).toBeCloseTo(1 / 2, 12);
  });

  it("stay within their ranges for any network, and no node is lost", () => {
    const node = fc.integer({ min: 0, max: 12 }).map(String);
    fc.assert(
      fc.property(fc.array(node), fc.array(fc.tuple(node, node), { maxLength: 40 }), (nodes, ties) => {
        const { positions, components, largest, transitivity } = networkOf(nodes, ties);
        const named = new Set([...nodes, ...ties.filter(([one, other]) => one !== other).flat()]);
        expect(new Set(positions.keys())).toEqual(named);
        expect(components).toBeLessThanOrEqual(named.size);
        expect(largest).toBeLessThanOrEqual(named.size);
        expect(transitivity ?? 0).toBeLessThanOrEqual(1);
        for (const {
          betweenness,
          closeness,
          clustering,
          degreeShare,
          eigenvector,
          constraint,
          degree,
        } of positions.values()) {
          for (const measure of [betweenness, closeness, clustering, degreeShare, eigenvector]) {
            expect(measure).toBeGreaterThanOrEqual(0);
            expect(measure).toBeLessThanOrEqual(1 + 1e-12);
          }
          // No more than between two who share their only other tie, no less than ties that never meet.
          if (degree === 0) expect(constraint).toBeNull();
          else expect(constraint).toBeGreaterThanOrEqual(1 / degree - 1e-12);
          expect(constraint ?? 0).toBeLessThanOrEqual(1.125 + 1e-12);
        }
      }),
    );
  });

  it("keep a node's place among the tied an eigenvector of the ties, whatever the network", () => {
    const node = fc.integer({ min: 0, max: 12 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { minLength: 1, maxLength: 40 }), (ties) => {
        const { positions } = networkOf(["lone"], ties);
        const of = (one: string) => positions.get(one)?.eigenvector as number;
        const tied = new Map([...positions.keys()].map((one) => [one, new Set<string>()]));
        for (const [one, other] of ties)
          if (one !== other) {
            tied.get(one)?.add(other);
            tied.get(other)?.add(one);
          }
        const through = [...tied].map(([one, others]) => [
          of(one),
          [...others].reduce((sum, other) => sum + of(other), 0),
        ]);
        const value = through.reduce((sum, [own, theirs]) => sum + (own as number) * (theirs as number), 0);
        for (const [own, theirs] of through)
          expect(Math.abs((theirs as number) - value * (own as number))).toBeLessThan(1e-9);
        expect(Math.hypot(...through.map(([own]) => own as number))).toBeCloseTo(1, 9);
      }),
    );
  });

  it("say that a place is not known where the ties settle too slowly, instead of taking for ever", () => {
    const chain = Array.from({ length: 1200 }, (_, at) => [`${at}`, `${at + 1}`] as const);
    const { positions } = networkOf([], chain);
    expect(positions.get("600")?.eigenvector).toBeNull();
    expect(positions.get("600")?.constraint).toBeCloseTo(1 / 2, 12);
  });
});
