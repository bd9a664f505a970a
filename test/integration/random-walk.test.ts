import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { results } from "@trama/data/framework";
import { openReader, openWriter } from "@trama/data/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../api/app.ts";
import type { Cell } from "../../api/contract/index.ts";
import { openReleases, type Releases } from "../../api/release.ts";
import { ingest, withHome } from "../../pipelines/ingest.ts";
import type { Believed } from "../../pipelines/protect/attack/believed.ts";
import { attackCounts } from "../../pipelines/protect/attack/counts.ts";
import { type PublicRow, readRows, rowName } from "../../pipelines/protect/attack/published.ts";
import { attackShares } from "../../pipelines/protect/attack/shares.ts";
import { readUnits } from "../../pipelines/protect/units.ts";
import { publish } from "../../pipelines/publish/publish.ts";
import { readManifest } from "../../pipelines/publish/releases.ts";
import { type Drawn, draw, firstYear, reportsOf, revise, seeded } from "../bench/generated.ts";
import { emptyFolder } from "../home.ts";

const size = { countries: 9, regions: 3, types: 4, years: 3, donors: 2 };
const questions = 5000;

let home: string;
let releases: Releases;
/** What came back, by release and cell; a cell asked for twice answers the same. */
const heard = new Map<string, PublicRow>();
const believed: Believed[] = [];
let asked = 0;

async function walk(release: number, drawn: readonly Drawn[]): Promise<void> {
  const app = createApp({ releases });
  const random = seeded(release);
  const some = <T>(list: readonly T[], most: number): T[] => {
    const start = Math.floor(random() * list.length);
    return list.slice(start, start + 1 + Math.floor(random() * most));
  };
  const [countries, regions, types] = (["country", "region", "type"] as const).map((of) => [
    ...new Set(drawn.map((one) => one[of])),
  ]) as [string[], string[], string[]];
  for (let question = 0; question < questions; question += 1) {
    const by = some(["country", "region", "world"], 1)[0] as string;
    const query = new URLSearchParams({ by });
    if (random() < 0.9)
      query.set(
        "result",
        some(results, 2)
          .map(({ code }) => code)
          .join("~"),
      );
    if (random() < 0.6) {
      const from = firstYear + Math.floor(random() * size.years);
      query.set("time", `${from}..${from + Math.floor(random() * (firstYear + size.years - from))}`);
    }
    if (random() < 0.6) query.set("type", some(types, 1)[0] as string);
    if (by === "country" && random() < 0.7) query.set("country", some(countries, 3).join("~"));
    if (by !== "world" && random() < 0.4) query.set("region", some(regions, 2).join("~"));
    const response = await app.request(`/v1/cells?${query}`);
    expect([query.toString(), response.status]).toEqual([query.toString(), 200]);
    asked += 1;
    const { cells } = (await response.json()) as { cells: Cell[] };
    for (const cell of cells) hear(release, cell);
  }
}

/**
 * A share tells its own band, and its upper n the count of collectives of its place, year and type: exactly, or as the
 * upper end of a band of five or ten. What is untrue the attackers leave aside.
 */
function hear(release: number, { result, country, region, year, type, status, n, k, as_of }: Cell): void {
  const common = {
    release,
    audience: "open",
    country,
    region,
    year,
    year_from: null,
    presence: "all",
    type,
    funder: null,
    grant_code: null,
    score_from: null,
    status,
    as_of,
  };
  const share: PublicRow = { ...common, figure: "in_place", result, n_lo: n[0], n_hi: n[1], k_lo: k[0], k_hi: k[1] };
  const same = heard.get(`${release} ${rowName(share)}`);
  if (same) expect(same).toEqual(share);
  heard.set(`${release} ${rowName(share)}`, share);
  const count: PublicRow = {
    ...common,
    figure: "collectives",
    result: null,
    n_lo: n[1],
    n_hi: n[1],
    k_lo: null,
    k_hi: null,
  };
  const key = `${release} ${rowName(count)}`;
  if (status === "value" || !heard.has(key)) heard.set(key, count);
  if (status === "value")
    for (const wide of [5, 10]) heard.set(`${key} ${wide}`, { ...count, n_lo: (n[1] as number) - wide + 1 });
}

beforeAll(async () => {
  process.env.TRAMA_KEYS ??= await emptyFolder("keys");
  const folder = await emptyFolder("walk");
  home = join(folder, "home");
  releases = openReleases(join(home, "releases"));
  let before: Drawn[] = [];
  for (const release of [1, 2]) {
    const drawn = release === 1 ? draw(4, size) : revise(before, 9);
    const reports = join(folder, `reports-${release}`);
    await mkdir(reports);
    for (const [name, text] of Object.entries(reportsOf(drawn, before, `r${release}`)))
      await writeFile(join(reports, name), text);
    before = drawn;
    const { totals } = await ingest(home, () => new Date(), [reports], { acceptRevision: true });
    expect(totals.rejected).toBe(0);
    await withHome(
      home,
      () => new Date(),
      "publish",
      0,
      (open) => publish(open),
    );
    await walk(release, drawn);
    const memory = await openWriter(":memory:");
    const connection = await memory.connect();
    await connection.run(`ATTACH '${join(home, "releases", String(release), "restricted.duckdb")}' AS r (READ_ONLY)`);
    believed.push({ release, units: await readUnits(connection, "r.") });
    connection.closeSync();
    memory.close();
  }
});
afterAll(() => releases.close());

describe("ten thousand overlapping questions to the public API over two releases, with what two donors are told", () => {
  it("give nothing away that is withheld", { timeout: 300_000 }, async () => {
    expect(asked).toBe(2 * questions);
    const told: PublicRow[] = [];
    const { donors } = await readManifest(join(home, "releases"), 2);
    for (const file of Object.values(donors ?? {})) {
      const store = await openReader(join(home, "releases/2", file));
      told.push(...(await readRows(await store.connect())));
      store.close();
    }
    expect(new Set(told.map(({ audience }) => audience)).size).toBe(2);
    const rows = [...heard.values(), ...told];
    const shown = rows.filter(({ status }) => status === "value").length;
    expect(shown).toBeGreaterThan(100);
    expect(rows.length - shown).toBeGreaterThan(100);
    expect(await attackCounts(rows, believed)).toEqual([]);
    expect(await attackShares(rows, believed)).toEqual([]);
  });
});
