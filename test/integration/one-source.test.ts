import { join } from "node:path";
import { all, openReader } from "@trama/data/store";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp } from "../../api/app.ts";
import type { Cell } from "../../api/contract/index.ts";
import { openReleases, type Releases } from "../../api/release.ts";
import { renderPage } from "../../dashboard/render.ts";

const home = inject("sampleHome");
let releases: Releases;
let app: ReturnType<typeof createApp>;

beforeAll(() => {
  releases = openReleases(join(home, "releases"));
  app = createApp({ releases, renderPage });
});
afterAll(() => releases.close());

const measures = ["n", "k", "share", "interval", "median"] as const;
const ask = async (path: string) => {
  const response = await app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response;
};

/** What a cell is and shows, as one line. */
function lineOf(row: Readonly<Record<string, unknown>>): string {
  const ends = measures.flatMap((measure) => [row[`${measure}_lo`], row[`${measure}_hi`]]);
  const parts = [row.result, row.country ?? "", row.region ?? "", Number(row.year), row.type ?? "", row.status];
  return [...parts, ...ends.map((end) => (end === null || end === "" ? "" : Number(end))), Number(row.as_of)].join("|");
}

const flat = (cell: Cell) =>
  lineOf({
    ...cell,
    ...Object.fromEntries(
      measures.flatMap((name) => [0, 1].map((at) => [`${name}_${at ? "hi" : "lo"}`, cell[name][at]])),
    ),
  });

describe("one and the same cell", () => {
  it("is told by the public file, the API, its CSV and its Arrow, for every result, place, year and type", async () => {
    const store = await openReader(join(home, "releases/1/public.duckdb"));
    for (const [query, condition] of [
      ["by=country", "country IS NOT NULL AND type IS NULL"],
      ["by=region", "country IS NULL AND region IS NOT NULL AND type IS NULL"],
      ["by=world&type=trade-union", "region IS NULL AND type = 'trade-union'"],
      [
        "by=country&type=indigenous&time=2022..2024",
        "country IS NOT NULL AND type = 'indigenous' AND year BETWEEN 2022 AND 2024",
      ],
    ]) {
      const rows = await all(
        await store.connect(),
        `SELECT * FROM cell WHERE figure = 'in_place' AND presence = 'all' AND year_from IS NULL AND formality IS NULL
           AND setting IS NULL AND panel IS NULL AND ${condition}`,
      );
      const file = rows.map(lineOf).sort();
      const json = ((await (await ask(`/v1/cells?${query}`)).json()) as { cells: Cell[] }).cells;
      const arrow = tableFromIPC(new Uint8Array(await (await ask(`/v1/cells?${query}&format=arrow`)).arrayBuffer()));
      const [head = "", ...lines] = (await (await ask(`/v1/cells?${query}&format=csv`)).text()).trim().split("\r\n");
      const names = head.split(",");
      const csv = lines.map((line) => Object.fromEntries(line.split(",").map((value, at) => [names[at], value])));
      expect(file.length).toBeGreaterThan(30);
      expect(json.map(flat).sort()).toEqual(file);
      expect(csv.map(lineOf).sort()).toEqual(file);
      expect(
        arrow
          .toArray()
          .map((row) => lineOf(row.toJSON()))
          .sort(),
      ).toEqual(file);
    }
    store.close();
  });

  it("is what the dashboard's table shows, value for value and withheld for withheld", async () => {
    const { cells } = (await (await ask("/v1/cells?result=ST1&by=country")).json()) as { cells: Cell[] };
    const store = await openReader(join(home, "releases/1/public.duckdb"));
    const countries = await all<{ country: string; name: string }>(
      await store.connect(),
      "SELECT country, name_en AS name FROM country",
    );
    store.close();
    const html = await (await ask("/compare?tab=table&result=ST1&lang=en")).text();
    const shown = [...html.matchAll(/<tr data-kind="([^"]*)">(.*?)<\/tr>/gs)].map(
      ([, kind, row]) =>
        `${kind} ${(row as string)
          .replace(/<[^>]*>/g, " ")
          .replace(/\s+/g, " ")
          .trim()}`,
    );
    let compared = 0;
    for (const { country, year, status, k } of cells) {
      const name = countries.find((one) => one.country === country)?.name;
      const row = shown.find(
        (line) => line.includes(` ${name} ${year} `) || line.startsWith(`${status} ${name} ${year}`),
      );
      if (!row) continue;
      compared += 1;
      expect([name, year, row.startsWith(`${status} `)]).toEqual([name, year, true]);
      if (status === "value") expect(row).toMatch(new RegExp(`\\b${k[0]}\\b.*\\b${k[1]}\\b`));
    }
    expect(compared).toBeGreaterThan(40);
  });
});
