import { describe, expect, it } from "vitest";
import { solveOpenCube } from "../../../../pipelines/protect/open-cube.ts";
import type { Filed, Unit } from "../../../../pipelines/protect/units.ts";
import { draw } from "../../../bench/generated.ts";

const size = { countries: 9, regions: 3, types: 3, years: 2, donors: 3 };

/** The units of a generated programme, every collective under a name of the caller's making. */
function units(named: (id: string) => string): Unit[] {
  return draw(5, size)
    .flatMap((one) =>
      Array.from({ length: one.to - one.from + 1 }, (_, at): Unit => {
        const year = one.from + at;
        const payers = { projects: [one.project], funders: one.funders, grants: [] };
        const filed = new Map<string, Filed>();
        for (const [key, score] of one.scores)
          if (key.endsWith(`|${year}`)) filed.set(key.split("|")[0] as string, { score, ...payers });
        const { country, region, type } = one;
        return {
          collective: named(one.id),
          country,
          region,
          type,
          year,
          filed,
          ...payers,
        };
      }),
    )
    .sort((a, b) => a.year - b.year || (a.collective < b.collective ? -1 : 1));
}

describe("what is published", () => {
  it("depends on no pseudonym, nor on who works it out: other names, or two threads, give the same cells", {
    timeout: 300_000,
  }, async () => {
    const nothing = { counts: new Map(), shares: new Map() };
    const solve = async (named: (id: string) => string) =>
      await solveOpenCube([{ release: 1, units: units(named) }], nothing);
    const one = await solve((id) => id);
    const other = await solve((id) => [...id].reverse().join(""));
    expect([...one.counts.values()].some(({ published, slots }) => published.size < slots.length)).toBe(true);
    expect(other).toEqual(one);
    const shared = await solveOpenCube([{ release: 1, units: units((id) => id) }], nothing, { threads: 2 });
    expect(shared).toEqual(one);
  });
});
