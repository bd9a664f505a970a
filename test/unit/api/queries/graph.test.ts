import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkOf } from "../../../../api/queries/restricted/graph.ts";
import { sharedFixture } from "../../../shared.ts";

const folder = await sharedFixture("networks");

describe("the measures of a network", () => {
  it.skipIf(folder === undefined)("are those of two independent libraries for the karate club, to 1e-9", async () => {
    const table = async (name: string) =>
      parse(await readFile(`${folder}/${name}`), { columns: true }) as Record<string, string>[];
    const edges = await table("karate_edges.csv");
    const { positions, components } = networkOf(
      [],
      edges.map(({ source, target }) => [source as string, target as string] as const),
    );
    expect(components).toBe(1);
    for (const library of ["networkx", "igraph"]) {
      const expected = await table(`karate_nodes_expected_${library}.csv`);
      expect([library, positions.size]).toEqual([library, expected.length]);
      for (const { node, degree, betweenness_norm, closeness } of expected) {
        const found = positions.get(node as string);
        expect([node, found?.degree]).toEqual([node, Number(degree)]);
        expect(Math.abs((found?.betweenness ?? Number.NaN) - Number(betweenness_norm))).toBeLessThan(1e-9);
        expect(Math.abs((found?.closeness ?? Number.NaN) - Number(closeness))).toBeLessThan(1e-9);
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
    expect(positions.get("d")).toEqual({ degree: 0, betweenness: 0, closeness: 0 });
  });

  it("stay within their ranges for any network, and no node is lost", () => {
    const node = fc.integer({ min: 0, max: 12 }).map(String);
    fc.assert(
      fc.property(fc.array(node), fc.array(fc.tuple(node, node), { maxLength: 40 }), (nodes, ties) => {
        const { positions, components, largest } = networkOf(nodes, ties);
        const named = new Set([...nodes, ...ties.filter(([one, other]) => one !== other).flat()]);
        expect(new Set(positions.keys())).toEqual(named);
        expect(components).toBeLessThanOrEqual(named.size);
        expect(largest).toBeLessThanOrEqual(named.size);
        for (const { betweenness, closeness } of positions.values())
          for (const measure of [betweenness, closeness]) {
            expect(measure).toBeGreaterThanOrEqual(0);
            expect(measure).toBeLessThanOrEqual(1 + 1e-12);
          }
      }),
    );
  });
});
