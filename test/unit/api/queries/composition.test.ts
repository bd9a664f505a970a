import { type Cell, tables } from "@trama/data/schema";
import { append } from "@trama/data/store";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findComposition, leastCovered } from "../../../../api/queries/composition.ts";
import { publishedCells } from "../../../../api/queries/published-cells.ts";
import { blank, type OpenCells, openCells } from "./open-cells.ts";

let cells: OpenCells;
beforeAll(async () => {
  cells = await openCells();
});
afterAll(() => cells.close());
beforeEach(async () => {
  await cells.connection.run("DELETE FROM cell");
});

type Band = readonly [number, number];
interface Stratum {
  readonly n: Band;
  readonly share: Band;
}
/** A region: all of its collectives, and its types; null is withheld. */
interface Place {
  readonly n: Band | null;
  readonly types: Readonly<Record<string, Stratum | null>>;
}

function row(region: string, type: string | null, found: Stratum | null, status = found ? "value" : "withheld"): Cell {
  const figures = found
    ? { n_lo: found.n[0], n_hi: found.n[1], share_lo: found.share[0], share_hi: found.share[1] }
    : {};
  const about = { release: 1, audience: "open", figure: "in_place", indicator: "ST1", result: "ST1", as_of: 1 };
  return {
    ...blank,
    ...about,
    ...{ dimension: "spatial-territorial", region, year: 2024, presence: "all", type, status, flags: [] },
    ...figures,
  };
}

async function published(places: Readonly<Record<string, Place>>): Promise<void> {
  const rows = Object.entries(places).flatMap(([region, { n, types }]) => [
    row(region, null, n && { n, share: [0.4, 0.6] }),
    ...Object.entries(types).map(([type, stratum]) => row(region, type, stratum)),
  ]);
  await append(cells.connection, tables.cell, rows as never);
}

const compared = async (region?: string[]) =>
  new Map((await findComposition(publishedCells(cells.db), { region })).map((found) => [found.region, found]));

const a: Place = {
  n: [30, 32],
  types: {
    ngo: { n: [8, 10], share: [0.5, 0.6] },
    "community-association": { n: [12, 12], share: [0.25, 0.5] },
    movement: { n: [6, 6], share: [0, 1] },
  },
};
const b: Place = {
  n: [20, 22],
  types: {
    ngo: { n: [10, 10], share: [0.7, 0.8] },
    "community-association": { n: [5, 5], share: [0.2, 0.4] },
    movement: null,
  },
};

describe("regions on one mix of collective types", () => {
  it("are the example of the methods page, worked by hand", async () => {
    await published({ "latin-america-caribbean": a, africa: b });
    const found = await compared();
    const [first, second] = [found.get("latin-america-caribbean"), found.get("africa")];
    for (const one of [first, second]) {
      expect(one).toMatchObject({ status: "value", why: null });
      expect(one?.weights.ngo).toBeCloseTo(19 / 36, 12);
      expect(one?.weights["community-association"]).toBeCloseTo(17 / 36, 12);
      expect(Object.keys(one?.weights ?? {})).toHaveLength(2);
      expect(one?.left_out).toContain("movement");
      expect(one?.left_out).not.toContain("ngo");
    }
    expect(first?.share[0]).toBeCloseTo((19 * 0.5 + 17 * 0.25) / 36, 12);
    expect(first?.share[1]).toBeCloseTo((19 * 0.6 + 17 * 0.5) / 36, 12);
    expect(second?.share[0]).toBeCloseTo((19 * 0.7 + 17 * 0.2) / 36, 12);
    expect(second?.share[1]).toBeCloseTo((19 * 0.8 + 17 * 0.4) / 36, 12);
    expect(first?.covers.map((end) => end.toFixed(3))).toEqual(["0.625", "0.733"]);
    expect(second?.covers.map((end) => end.toFixed(3))).toEqual(["0.682", "0.750"]);
  });

  it("are withheld together where the mix surely covers less than half of one of them, and say so", async () => {
    await published({ "latin-america-caribbean": { ...a, n: [39, 41] }, africa: b });
    for (const one of (await compared()).values())
      expect(one).toMatchObject({ status: "withheld", why: "covers-too-little", share: [null, null], weights: {} });
  });

  it("have nothing in common where one of them publishes no type, and can be compared without it", async () => {
    await published({
      "latin-america-caribbean": a,
      africa: b,
      "south-east-asia": { n: [12, 14], types: { ngo: null } },
    });
    for (const one of (await compared()).values())
      expect(one).toMatchObject({ status: "withheld", why: "no-type-in-common", weights: {} });
    const two = await compared(["latin-america-caribbean", "africa"]);
    expect([...two.values()].map(({ status }) => status)).toEqual(["value", "value"]);
  });

  it("are not held up by a region in which no programme operated", async () => {
    await published({ "latin-america-caribbean": a, africa: b });
    await append(cells.connection, tables.cell, [row("south-east-asia", null, null, "no-data")] as never);
    const found = await compared();
    expect(found.get("africa")?.status).toBe("value");
    expect(found.get("south-east-asia")).toMatchObject({ status: "no-data", why: null, weights: {} });
  });

  it("never use what is not published, stay within the bands of their types, and say no more than half covers", async () => {
    const share = fc
      .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
      .map(([one, other]): Band => [Math.min(one, other) / 100, Math.max(one, other) / 100]);
    const stratum = fc.option(
      fc.record({ n: fc.tuple(fc.integer({ min: 5, max: 20 }), fc.integer({ min: 0, max: 2 })), share }),
    );
    const place = fc
      .record({ types: fc.array(stratum, { minLength: 3, maxLength: 3 }), others: fc.integer({ min: 0, max: 40 }) })
      .map(({ types, others }): Place => {
        const names = ["ngo", "movement", "indigenous"];
        const made = types.map((one) => one && { n: [one.n[0], one.n[0] + one.n[1]] as Band, share: one.share });
        const all = others + 5 + made.reduce((sum, one) => sum + (one?.n[1] ?? 0), 0);
        return { n: [all, all], types: Object.fromEntries(names.map((name, at) => [name, made[at] ?? null])) };
      });
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        await cells.connection.run("DELETE FROM cell");
        await published({ "latin-america-caribbean": one, africa: other });
        for (const [region, { types, n }] of [
          ["latin-america-caribbean", one],
          ["africa", other],
        ] as const) {
          const found = (await compared()).get(region);
          const common = Object.keys(types).filter((type) => one.types[type] && other.types[type]);
          const own = common.map((type) => types[type] as Stratum);
          if (found?.status !== "value") {
            const coverage = [one, other].map(
              (each) => common.reduce((sum, type) => sum + (each.types[type]?.n[0] ?? 0), 0) / (each.n?.[1] ?? 1),
            );
            expect(common.length === 0 || Math.min(...coverage) < leastCovered).toBe(true);
            continue;
          }
          expect(Object.keys(found.weights).sort()).toEqual([...common].sort());
          expect(Object.values(found.weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
          expect(found.covers[0]).toBeGreaterThanOrEqual(leastCovered);
          expect(found.covers[0]).toBeCloseTo(own.reduce((sum, each) => sum + each.n[0], 0) / (n?.[1] ?? 1), 12);
          expect(found.share[0]).toBeGreaterThanOrEqual(Math.min(...own.map((each) => each.share[0])) - 1e-12);
          expect(found.share[1]).toBeLessThanOrEqual(Math.max(...own.map((each) => each.share[1])) + 1e-12);
          expect(found.share[0]).toBeLessThanOrEqual((found.share[1] as number) + 1e-12);
        }
      }),
      { numRuns: 60 },
    );
  });
});
