import { join } from "node:path";
import { traits } from "@trama/data/framework";
import { all, type DuckDBConnection, openReader, openWriter, type Store } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp } from "../../api/app.ts";
import type { FrameworkAnswer, TraitCell, TraitsAnswer } from "../../api/contract/index.ts";
import { openReleases, type Releases } from "../../api/release.ts";
import { type PublicRow, readRows } from "../../pipelines/protect/attack/published.ts";
import { attackShares } from "../../pipelines/protect/attack/shares.ts";
import { readUnits } from "../../pipelines/protect/units.ts";

const folder = join(inject("sampleHome"), "releases/1");
let releases: Releases;
let app: ReturnType<typeof createApp>;
let stores: Store[];
let open: DuckDBConnection;
let restricted: DuckDBConnection;

beforeAll(async () => {
  releases = openReleases(join(folder, ".."));
  app = createApp({ releases });
  stores = [await openReader(join(folder, "public.duckdb")), await openReader(join(folder, "restricted.duckdb"))];
  [open, restricted] = (await Promise.all(stores.map((store) => store.connect()))) as [
    DuckDBConnection,
    DuckDBConnection,
  ];
});
afterAll(() => {
  releases.close();
  for (const store of stores) store.close();
});

const ask = async (query: string): Promise<readonly TraitCell[]> => {
  const response = await app.request(`/v1/traits?${query}`);
  expect([query, response.status]).toEqual([query, 200]);
  return ((await response.json()) as TraitsAnswer).traits;
};

interface Told {
  readonly collective: string;
  readonly country: string;
  readonly region: string;
  readonly year: number;
  readonly what: readonly string[];
}

/** What was told of each scored collective in a year, read anew from one table. */
const toldIn = (table: string, what: string) =>
  all<Told>(
    restricted,
    `SELECT t.collective, t.country, c.region, t.year, array_agg(DISTINCT ${what}) FILTER (${what} IS NOT NULL) AS what
     FROM ${table} t JOIN country c USING (country)
     WHERE EXISTS (SELECT 1 FROM year_score y WHERE (y.collective, y.country, y.year) = (t.collective, t.country, t.year))
     GROUP BY ALL`,
  );

describe("what of how results come about is public", () => {
  it("holds what the filed actions, ties and pressure say, counted anew, wherever it is not withheld", async () => {
    const told = {
      action: await toldIn("action", "t.action"),
      tie: await toldIn("tie", "CASE WHEN t.active THEN 'tie:' || t.level END"),
      pressure: await toldIn("pressure", "CASE WHEN t.level IN ('high', 'severe') THEN 'pressure:high' END"),
    };
    const capacities = await all<Told & { readonly indicator: string; readonly score: number }>(
      restricted,
      `SELECT o.indicator, o.collective, o.country, c.region, o.year, arg_max(o.score, o.period) AS score
       FROM observation o JOIN country c USING (country)
       WHERE o.indicator LIKE 'C_' AND o.panel = 'accepted' AND o.score IS NOT NULL
         AND EXISTS (SELECT 1 FROM year_score y WHERE (y.collective, y.country, y.year) = (o.collective, o.country, o.year))
       GROUP BY ALL`,
    );
    const toldOf = (kind: keyof typeof told | "capacity", trait: string) =>
      kind === "capacity"
        ? capacities
            .filter(({ indicator }) => indicator === trait)
            .map((one) => ({ ...one, what: one.score >= 3 ? [trait] : [] }))
        : told[kind];
    const shown = { action: 0, capacity: 0, tie: 0, pressure: 0 };
    for (const by of ["world", "region", "country"] as const)
      for (const { trait, country, region, year, status, n, k } of await ask(`by=${by}`)) {
        const kind = traits.find(({ code }) => code === trait)?.kind;
        if (kind === undefined) throw new Error(`No trait is called ${trait}.`);
        const those = toldOf(kind, trait).filter(
          (one) =>
            one.year === year &&
            (country === null ? region === null || one.region === region : one.country === country),
        );
        if (status !== "value") {
          expect([...n, ...k]).toEqual([null, null, null, null]);
          continue;
        }
        shown[kind] += 1;
        const holds = those.filter(({ what }) => what?.includes(trait)).length;
        expect(those.length).toBeGreaterThanOrEqual(n[0] as number);
        expect(those.length).toBeLessThanOrEqual(n[1] as number);
        expect(holds).toBeGreaterThanOrEqual(k[0] as number);
        expect(holds).toBeLessThanOrEqual(k[1] as number);
        expect((k[1] as number) - (k[0] as number)).toBeGreaterThanOrEqual(1);
      }
    for (const [kind, figures] of Object.entries(shown)) expect([kind, figures > 20]).toEqual([kind, true]);
  });

  it("is one and the same in the file, the answer and its CSV, and each trait has a name in the framework", async () => {
    const line = (row: Readonly<Record<string, unknown>>) =>
      ["trait", "country", "region", "year", "status", "n_lo", "n_hi", "k_lo", "k_hi", "as_of"]
        .map((name) => String(row[name] ?? ""))
        .join("|");
    const file = await all(
      open,
      "SELECT indicator AS trait, * FROM cell WHERE figure = 'trait' AND country IS NOT NULL AND year = 2025",
    );
    const json = await ask("by=country&time=2025");
    const text = await (await app.request("/v1/traits?by=country&time=2025&format=csv")).text();
    const [head = "", ...lines] = text.trim().split("\r\n");
    const names = head.split(",");
    const csv = lines.map((one) => Object.fromEntries(one.split(",").map((value, at) => [names[at], value])));
    const flat = json.map(({ n, k, ...row }) => ({ ...row, n_lo: n[0], n_hi: n[1], k_lo: k[0], k_hi: k[1] }));
    expect(file.length).toBeGreaterThan(100);
    expect(flat.map(line)).toEqual(file.map(line));
    expect(csv.map(line)).toEqual(file.map(line));
    const framework = (await (await app.request("/v1/framework?lang=fr")).json()) as FrameworkAnswer;
    expect(new Set(json.map(({ trait }) => trait))).toEqual(new Set(framework.traits.map(({ code }) => code)));
  });

  it("refuses a trait that there is not, by name", async () => {
    const response = await app.request("/v1/traits?trait=AT1~AT99");
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("AT99");
  });

  it("stands up to the attackers, who find groups where it were exact", async () => {
    const memory = await openWriter(":memory:");
    const connection = await memory.connect();
    await connection.run(`ATTACH '${join(folder, "restricted.duckdb")}' AS r (READ_ONLY)`);
    const believed = [{ release: 1, units: await readUnits(connection, "r.") }];
    const rows = (await readRows(open)).filter(({ figure }) => figure === "trait");
    expect(rows.filter(({ status }) => status === "value").length).toBeGreaterThan(100);
    expect(await attackShares(rows, believed)).toEqual([]);
    const exact = await all<PublicRow>(
      connection,
      `SELECT release, audience, figure, indicator AS result, country, region, year, year_from, presence, type, funder,
              grant_code, score_from, status, n_lo, n_hi, k_lo, k_hi, as_of FROM r.cell WHERE figure = 'trait'`,
    );
    expect((await attackShares(exact, believed)).length).toBeGreaterThan(0);
    connection.closeSync();
    memory.close();
  });
});
