import { actions, capacities, type FrameworkItem, findItem, items, results, ties } from "@trama/data/framework";
import { describe, expect, it } from "vitest";

const plural = { result: "results", action: "actions", capacity: "capacities" } as const;

describe("the links between items", () => {
  it("lead to items that exist, of the kind they are listed under", () => {
    for (const item of items) {
      for (const [kind, list] of Object.entries(plural)) {
        for (const { code } of item.links[list]) expect(findItem(code)?.kind, `${item.code} → ${code}`).toBe(kind);
      }
    }
  });

  it("lead to an item at most once and never to itself", () => {
    for (const item of items) {
      const codes = linked(item).map((link) => link.code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes).not.toContain(item.code);
    }
  });

  it("go both ways between results, actions and capacities, with the same basis", () => {
    for (const item of [...results, ...actions, ...capacities]) {
      for (const link of linked(item)) {
        const back = findItem(link.code)?.links[plural[item.kind]].find(({ code }) => code === item.code);
        expect(back?.basis, `${link.code} → ${item.code}`).toBe(link.basis);
      }
    }
  });

  it("join every result to at least one action and one capacity", () => {
    for (const result of results) {
      expect(result.links.actions.length, result.code).toBeGreaterThan(0);
      expect(result.links.capacities.length, result.code).toBeGreaterThan(0);
    }
  });

  it("match the five territorial actions to the five capacities one to one, as the publication does", () => {
    for (const n of [1, 2, 3, 4, 5]) {
      const action = actions.find(({ code }) => code === `AT${n}`);
      expect(action?.links.capacities).toEqual([{ code: `C${n}`, basis: "source" }]);
    }
  });

  it("of ties are proposals, because the publication draws none", () => {
    for (const tie of ties) {
      expect(linked(tie).length).toBeGreaterThan(0);
      expect(linked(tie).every((link) => link.basis === "proposal")).toBe(true);
    }
  });

  it("never make the response of others the collective's own practice", () => {
    const locusOf = (code: string) => results.find((result) => result.code === code)?.locus;
    expect(locusOf("EX5")).toEqual(["response-of-others"]);
    expect(locusOf("EX7")).toEqual(["response-of-others"]);
  });
});

function linked(item: FrameworkItem) {
  return [...item.links.results, ...item.links.actions, ...item.links.capacities];
}
