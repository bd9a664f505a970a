import { join } from "node:path";
import { collectiveTypes } from "@trama/data/codelists";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp } from "../../api/app.ts";
import type {
  CellsAnswer,
  CompletenessAnswer,
  ReleaseChangesAnswer,
  StandardisedAnswer,
} from "../../api/contract/index.ts";
import { openReleases, type Releases } from "../../api/release.ts";

let releases: Releases;
let app: ReturnType<typeof createApp>;
beforeAll(() => {
  releases = openReleases(join(inject("sampleHome"), "releases"));
  app = createApp({ releases });
});
afterAll(() => releases.close());

const ask = async <T>(path: string) => (await (await app.request(path)).json()) as T;

describe("regions on one mix of collective types", () => {
  const shares = async (by: string, result: string, year: number, type: string) =>
    (await ask<CellsAnswer>(`/v1/cells?result=${result}&time=${year}&by=${by}&type=${type}`)).cells;

  it("are the weighted shares of the types that every region publishes, worked out anew from published cells", async () => {
    const all = (await ask<StandardisedAnswer>("/v1/standardised")).regions;
    for (const { result, year } of all.filter(({ status }) => status === "value").slice(0, 3)) {
      const regions = all.filter((row) => row.result === result && row.year === year);
      const types = Object.keys(regions[0]?.weights ?? {});
      expect(types.length).toBeGreaterThan(0);
      const sizes = await Promise.all(
        types.map(async (type) => {
          const [cell] = await shares("world", result, year, type);
          return ((cell?.n[0] ?? 0) + (cell?.n[1] ?? 0)) / 2;
        }),
      );
      const whole = sizes.reduce((sum, size) => sum + size, 0);
      for (const row of regions) {
        expect(row.status).toBe("value");
        let [lower, upper] = [0, 0];
        for (const [at, type] of types.entries()) {
          const cell = (await shares("region", result, year, type)).find(({ region }) => region === row.region);
          const weight = (sizes[at] as number) / whole;
          expect(row.weights[type]).toBeCloseTo(weight, 12);
          lower += weight * (cell?.share[0] as number);
          upper += weight * (cell?.share[1] as number);
        }
        expect(row.share[0]).toBeCloseTo(lower, 12);
        expect(row.share[1]).toBeCloseTo(upper, 12);
        expect(row.covers).toBeGreaterThan(0);
        expect(row.covers).toBeLessThanOrEqual(1);
      }
    }
  });

  it("are withheld where no type is published in every region, and only there", async () => {
    const { regions } = await ask<StandardisedAnswer>("/v1/standardised?time=2025");
    const withheld = regions.find(({ status }) => status === "withheld");
    if (!withheld) return expect(regions.every(({ status }) => status === "value")).toBe(true);
    const places = regions.filter(({ result }) => result === withheld.result).length;
    for (const type of collectiveTypes.codes.map(({ code }) => code)) {
      const published = (await shares("region", withheld.result, 2025, type)).filter(
        ({ status }) => status === "value",
      );
      expect([type, published.length < places]).toEqual([type, true]);
    }
  });

  it("share one mix a year, whose weights add up to one, or are withheld together", async () => {
    const { regions } = await ask<StandardisedAnswer>("/v1/standardised");
    const mixes = new Map<string, Set<string>>();
    for (const { result, year, weights, status } of regions) {
      if (status !== "value") {
        expect(weights).toEqual({});
        continue;
      }
      expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      const key = `${result} ${year}`;
      mixes.set(key, (mixes.get(key) ?? new Set()).add(JSON.stringify(weights)));
    }
    expect([...mixes.values()].every((set) => set.size === 1)).toBe(true);
  });
});

describe("completeness", () => {
  it("counts the published cells of each country and year", async () => {
    const { completeness, results, protection } = await ask<CompletenessAnswer>("/v1/completeness");
    const { cells } = await ask<CellsAnswer>("/v1/cells");
    for (const row of completeness) {
      const own = cells.filter(({ country, year }) => country === row.country && year === row.year);
      const count = (status: string) => own.filter((cell) => cell.status === status).length;
      expect([row.value, row.withheld, row.no_data]).toEqual([count("value"), count("withheld"), count("no-data")]);
    }
    expect(results).toBe(16);
    expect(Object.values(protection?.attacks ?? { none: 1 }).every((found) => found === 0)).toBe(true);
  });
});

describe("what changed since the release before", () => {
  it("is nothing that could be told of a first release", async () => {
    const news = await ask<ReleaseChangesAnswer>("/v1/release-changes");
    expect(news).toMatchObject({ release: 1, since: null, added: 0, changed: 0, withdrawn: 0, countries: [] });
  });
});
