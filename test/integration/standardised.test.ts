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
  it("are compared, or not, for reasons that anybody can work out from published cells", async () => {
    const { regions } = await ask<StandardisedAnswer>("/v1/standardised?time=2021..2022&result=ST1~EX4");
    const whole = (await ask<CellsAnswer>("/v1/cells?by=region&time=2021..2022&result=ST1~EX4")).cells;
    const codes = collectiveTypes.codes.map(({ code }) => code);
    const divided = new Map(
      await Promise.all(
        codes.map(async (type) => {
          const path = `/v1/cells?by=region&time=2021..2022&result=ST1~EX4&type=${type}`;
          return [type, (await ask<CellsAnswer>(path)).cells] as const;
        }),
      ),
    );
    expect(regions.length).toBe(whole.length);
    expect(regions.length).toBeGreaterThan(0);
    for (const row of regions) {
      const same = (cell: { result: string; year: number }) => cell.result === row.result && cell.year === row.year;
      const compared = whole.filter((cell) => same(cell) && ["value", "withheld"].includes(cell.status));
      const common = codes.filter((type) => {
        const shown = (divided.get(type) ?? []).filter((cell) => same(cell) && cell.status === "value");
        return shown.length === compared.length;
      });
      expect(row.left_out).toEqual(codes.filter((type) => !common.includes(type)));
      const least = regions.filter(same).map(({ covers }) => covers[0]);
      const due = common.length === 0 ? "no-type-in-common" : Math.min(...least) < 0.5 ? "covers-too-little" : null;
      if (row.crude[0] !== null) expect([row.region, row.year, row.why]).toEqual([row.region, row.year, due]);
    }
  });

  it("may be some of the regions, named in the question", async () => {
    const named = "/v1/standardised?time=2022&result=ST1&region=latin-america-caribbean~africa";
    const { regions } = await ask<StandardisedAnswer>(named);
    expect(regions.map(({ region }) => region).sort()).toEqual(["africa", "latin-america-caribbean"]);
    expect((await app.request("/v1/standardised?region=atlantis")).status).toBe(400);
  });

  it("have figures of most results in the samples, every year, and of nearly all in the last", async () => {
    const { regions } = await ask<StandardisedAnswer>("/v1/standardised");
    for (const year of new Set(regions.map((row) => row.year))) {
      const own = regions.filter((row) => row.year === year);
      const shown = own.filter(({ status }) => status === "value").length;
      expect([year, shown * 3 >= own.length]).toEqual([year, true]);
    }
    const shown = regions.filter(({ status }) => status === "value").length;
    expect(shown * 3).toBeGreaterThan(regions.length * 2);
    const last = Math.max(...regions.map(({ year }) => year));
    const latest = regions.filter(({ year }) => year === last);
    expect(latest.filter(({ status }) => status === "value").length * 4).toBeGreaterThan(latest.length * 3);
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
