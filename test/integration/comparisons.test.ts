import { join } from "node:path";
import { all, openReader, type Store } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp } from "../../api/app.ts";
import type { Cell, Change, DistributionClass } from "../../api/contract/index.ts";
import { openReleases, type Releases } from "../../api/release.ts";

const home = inject("sampleHome");

let releases: Releases;
let app: ReturnType<typeof createApp>;
let restricted: Store;
/** One score for each collective, result and year, by a query of this test's own. */
let scores: { collective: string; country: string; result: string; year: number; score: number }[];

beforeAll(async () => {
  releases = openReleases(join(home, "releases"));
  app = createApp({ releases });
  restricted = await openReader(join(home, "releases", "1", "restricted.duckdb"));
  scores = await all(
    await restricted.connect(),
    `WITH r AS (SELECT * FROM spatial_territorial_result UNION ALL SELECT * FROM interaction_network_result)
     SELECT collective, country, result, year, max_by(score, CASE WHEN length(period) = 4 THEN 99 ELSE right(period, 1)::INTEGER * (CASE WHEN period LIKE '%H%' THEN 2 ELSE 1 END) END) AS score
     FROM r WHERE score IS NOT NULL GROUP BY ALL`,
  );
});
afterAll(async () => {
  restricted.close();
  await releases.close();
});

async function get<T>(path: string): Promise<T> {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as T;
}

const scoreOf = (collective: string, result: string, year: number) =>
  scores.find((row) => row.collective === collective && row.result === result && row.year === year)?.score;

describe("the change between two consecutive years", () => {
  it("is counted on the same collectives only, as a count by hand over the release gives it", async () => {
    const { changes } = await get<{ changes: Change[] }>("/v1/change?from=2022&to=2023&result=EX4~ST1");
    const shown = changes.filter(({ status }) => status === "value");
    expect(shown.length).toBeGreaterThan(5);
    for (const change of shown) {
      const both = scores
        .filter(({ result, country, year }) => result === change.result && country === change.country && year === 2022)
        .flatMap(({ collective, score }) => {
          const later = scoreOf(collective, change.result, 2023);
          return later === undefined ? [] : [[score >= 3, later >= 3] as const];
        });
      const name = [change.country, change.result];
      const [before, after] = [0, 1].map((at) => both.filter((pair) => pair[at]).length / both.length) as [
        number,
        number,
      ];
      const holds = ([lo, hi]: readonly (number | null)[], figure: number) =>
        (lo as number) - 1e-12 <= figure && figure <= (hi as number) + 1e-12;
      expect([...name, (change.n[0] as number) % 5, holds(change.n, both.length)]).toEqual([...name, 0, true]);
      expect([...name, holds(change.before, before), holds(change.after, after)]).toEqual([...name, true, true]);
      expect([...name, holds(change.interval, after - before)]).toEqual([...name, true]);
      expect([change.gained, change.lost, change.p, change.joined, change.left]).toEqual([
        null,
        null,
        null,
        null,
        null,
      ]);
    }
  });

  it("shows the fall of legal support in Guatemala that the samples hold, wherever in the bands it lies", async () => {
    const { changes } = await get<{ changes: Change[] }>("/v1/change?from=2022&to=2023&result=EX4&country=GTM");
    expect(changes[0]?.interval[1] as number).toBeLessThan(0);
    expect(changes[0]?.flags).not.toContain("direction-uncertain");
  });
});

describe("matched and standardised cells", () => {
  it("count the later year on those scored in both, and never more collectives than the whole", async () => {
    const matched = (await get<{ cells: Cell[] }>("/v1/cells?match=matched&time=2023..2024")).cells;
    const whole = (await get<{ cells: Cell[] }>("/v1/cells?time=2024")).cells;
    expect(matched.filter(({ status }) => status === "value").length).toBeGreaterThan(50);
    for (const cell of matched) {
      if (cell.status !== "value") continue;
      const same = whole.find(({ result, country }) => result === cell.result && country === cell.country);
      if (same?.status === "value") expect(cell.n[0] as number).toBeLessThanOrEqual(same.n[1] as number);
    }
  });

  it("put regions on one mix of types, or refuse where a type of the mix has no figure there", async () => {
    const { cells } = await get<{ cells: Cell[] }>("/v1/cells?standardised=type&by=region&time=2025");
    const world = (await get<{ cells: Cell[] }>("/v1/cells?standardised=type&by=world&time=2025")).cells;
    const crude = (await get<{ cells: Cell[] }>("/v1/cells?by=world&time=2025")).cells;
    expect(cells).toHaveLength(48);
    for (const { status, share, flags } of cells) {
      if (status === "value")
        expect([(share[0] as number) >= 0, (share[0] as number) <= 1, flags.includes("standardised")]).toEqual([
          true,
          true,
          true,
        ]);
      else expect(flags).toEqual(["empty-stratum"]);
    }
    for (const [index, cell] of world.entries())
      expect(Math.abs((cell.share[0] as number) - (crude[index]?.share[0] as number))).toBeLessThan(0.2);
  });
});

describe("the distribution", () => {
  it("is public in three classes whose bands hold the collectives scored, and only from twenty of them", async () => {
    const { classes } = await get<{ classes: DistributionClass[] }>("/v1/distribution?time=2025");
    const cells = new Map<string, DistributionClass[]>();
    for (const one of classes)
      cells.set(`${one.result}|${one.country}`, [...(cells.get(`${one.result}|${one.country}`) ?? []), one]);
    for (const [name, group] of cells) {
      expect([name, group.map(({ score_from, score_to }) => [score_from, score_to])]).toEqual([
        name,
        [
          [0, 1],
          [2, 2],
          [3, 4],
        ],
      ]);
      const n = scores.filter(({ result, country, year }) => `${result}|${country}` === name && year === 2025).length;
      const [{ status }] = group as [DistributionClass];
      expect([name, group.every((one) => one.status === status)]).toEqual([name, true]);
      if (status !== "value") continue;
      const sum = (end: 0 | 1) => group.reduce((total, { k }) => total + (k[end] as number), 0);
      expect([name, n >= 20, sum(0) <= n, sum(1) >= n]).toEqual([name, true, true, true]);
    }
  });
});

describe("what is not public", () => {
  it.each([
    ["/v1/cells?formality=informal", 403],
    ["/v1/cells?by=region&formality=informal", 200],
    ["/v1/cells?project=GTM-S1", 403],
    ["/v1/cells?grant=g", 403],
    ["/v1/cells?match=matched&time=2019..2025", 403],
    ["/v1/cells?match=matched", 400],
    ["/v1/change?from=2019&to=2025", 403],
    ["/v1/change?from=2025&to=2024", 400],
    ["/v1/change", 400],
    ["/v1/progress", 401],
    ["/v1/cells?country=QQQ", 400],
  ])("%s answers %i with a problem, never with an empty list", async (path, status) => {
    const response = await app.request(path);
    expect(response.status).toBe(status);
    if (status !== 200)
      expect(await response.json()).toMatchObject({ status, code: expect.any(String), detail: expect.any(String) });
  });

  it("keeps every exact figure of the restricted side inside its public band", async () => {
    const { cells } = await get<{ cells: Cell[] }>("/v1/cells");
    const exact = await all<{ result: string; country: string; year: number; n: number; k: number }>(
      await restricted.connect(),
      "SELECT result, country, year, n_lo AS n, k_lo AS k FROM cell WHERE audience = 'open' AND figure = 'in_place' AND presence = 'all' AND country IS NOT NULL AND type IS NULL AND formality IS NULL AND setting IS NULL AND panel IS NULL AND n_lo IS NOT NULL",
    );
    const byKey = new Map(exact.map((row) => [[row.result, row.country, row.year].join("|"), row]));
    for (const { result, country, year, status, n, k, interval } of cells) {
      if (status !== "value") continue;
      const row = byKey.get([result, country, year].join("|"));
      expect((row?.n as number) >= (n[0] as number) && (row?.n as number) <= (n[1] as number)).toBe(true);
      expect((row?.k as number) >= (k[0] as number) && (row?.k as number) <= (k[1] as number)).toBe(true);
      const share = (row?.k as number) / (row?.n as number);
      expect(share >= (interval[0] as number) && share <= (interval[1] as number)).toBe(true);
    }
  });
});
