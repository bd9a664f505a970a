import {
  actions,
  capacities,
  dimensions,
  FrameworkItem,
  findDisaggregation,
  findItem,
  isItemCode,
  items,
  ResultCode,
  results,
  ties,
} from "@trama/data/framework";
import { describe, expect, it } from "vitest";

describe("the items of the framework", () => {
  it("holds 16 results, 9 actions, 5 capacities and 13 ties", () => {
    expect([results.length, actions.length, capacities.length, ties.length]).toEqual([16, 9, 5, 13]);
    expect(items).toHaveLength(43);
  });

  it("has 5 spatial-territorial, 4 internal and 7 external results", () => {
    expect(results.filter((r) => r.dimension === "spatial-territorial").map((r) => r.code)).toEqual([
      "ST1",
      "ST2",
      "ST3",
      "ST4",
      "ST5",
    ]);
    expect(results.filter((r) => r.subdimension === "internal")).toHaveLength(4);
    expect(results.filter((r) => r.subdimension === "external")).toHaveLength(7);
  });

  it("has 7 bonding ties inside and 6 bridging ties outside the collective", () => {
    expect(ties.filter((tie) => tie.subdimension === "internal")).toHaveLength(7);
    expect(ties.filter((tie) => tie.subdimension === "external")).toHaveLength(6);
  });

  it.each(items.map((item) => [item.code, item] as const))("describes %s in the shape every item has", (_, item) => {
    expect(FrameworkItem.parse(item)).toEqual(item);
  });

  it("gives a code to one item only, and finds it by that code", () => {
    expect(new Set(items.map((item) => item.code)).size).toBe(items.length);
    for (const item of items) expect(findItem(item.code)).toBe(item);
  });

  it("finds nothing for a local indicator, which is not part of the framework", () => {
    expect(findItem("LOCAL-7")).toBeUndefined();
    expect(isItemCode("LOCAL-7")).toBe(false);
    expect(ResultCode.safeParse("ST6").success).toBe(false);
    expect(ResultCode.safeParse("C1").success).toBe(false);
  });

  it("places a subdimension only where its dimension has it", () => {
    for (const item of items) {
      const dimension = dimensions.find((d) => d.code === item.dimension);
      if (item.subdimension !== null) expect(dimension?.subdimensions).toContain(item.subdimension);
    }
    for (const result of results) {
      expect(result.subdimension === null).toBe(result.dimension === "spatial-territorial");
    }
  });

  it("cites every item of the publication once, counting from 1 within its group", () => {
    const groups = groupByCitation();
    for (const group of groups.values()) {
      expect(group.map((item) => item.source.item)).toEqual(group.map((_, index) => index + 1));
    }
    expect(groups.size).toBe(3 + 2 + 1 + 2);
  });

  it("breaks items down only by breakdowns that are described", () => {
    for (const item of items) {
      for (const code of item.disaggregations) expect(findDisaggregation(code)?.label.es, code).toBeTruthy();
    }
  });

  it("starts every rubric at version 1", () => {
    expect(items.every((item) => item.rubricVersion === 1)).toBe(true);
  });
});

function groupByCitation(): Map<string, FrameworkItem[]> {
  const groups = new Map<string, FrameworkItem[]>();
  for (const item of items) {
    const key = `${item.source.section}/${item.source.group}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
