import { beforeAll, describe, expect, it } from "vitest";
import { getAtlas, loadAtlas } from "../../../../dashboard/charts/atlas.ts";
import { drawClasses } from "../../../../dashboard/charts/classes.ts";
import type { Drawing, DrawingPlace } from "../../../../dashboard/charts/drawing.ts";
import { drawHeatmap } from "../../../../dashboard/charts/heatmap.ts";
import { drawMatrix } from "../../../../dashboard/charts/matrix.ts";
import { loadPlot } from "../../../../dashboard/charts/plot.ts";
import { drawRanges } from "../../../../dashboard/charts/ranges.ts";
import { drawStacks } from "../../../../dashboard/charts/stacks.ts";
import { drawTrends } from "../../../../dashboard/charts/trends.ts";
import { createSvgDocument } from "../../../../dashboard/server/svg-document.ts";
import { classSeries } from "../../../../dashboard/state/classes.ts";
import { heatmapSeries } from "../../../../dashboard/state/heatmap.ts";
import { countScale, laidOut, partOf } from "../../../../dashboard/state/how/stacks.ts";
import { mapSeries } from "../../../../dashboard/state/map.ts";
import { rowsOf } from "../../../../dashboard/state/rows.ts";
import { nestedSeries, trendSeries } from "../../../../dashboard/state/trends.ts";
import { cell, cells, countries, framework, health } from "../answers.ts";

/**
 * Approved pictures: each named chart is drawn from fixed figures and compared with the file of its name in `output/`.
 * A wanted change is approved with `vitest -u` and reviewed in the difference.
 */
const base = { lang: "en", health, framework, countries };
const text = ([lo, hi]: readonly [number, number]) =>
  lo === hi ? `${Math.round(lo * 100)}` : `${Math.round(lo * 100)}-${Math.round(hi * 100)}`;
const rows = rowsOf(cells.cells, "country", base);
const banded = { share: [0.4, 0.6], n: [10, 14], k: [4, 8], interval: [0.2, 0.8], median: [2, 3] } as const;
const options = { sentence: "A sentence.", digits: text, describe: () => "", href: () => "/result/ST1" };

let place: DrawingPlace;
beforeAll(async () => {
  await loadAtlas();
  place = { plot: await loadPlot(), document: createSvgDocument() };
});

const trendRows = [2023, 2024, 2025].map((year) =>
  cell({ year, ...banded, ...(year === 2024 ? { flags: ["rubric-changed"] } : {}) } as never),
);

const pictures: Readonly<Record<string, () => Drawing>> = {
  heatmap: () => drawHeatmap(place, heatmapSeries(rows, 2025, base), { ...options, measure: "share", width: 640 }),
  "heatmap-median": () =>
    drawHeatmap(place, heatmapSeries(rows, 2025, base), {
      ...options,
      digits: ([lo, hi]) => `${lo}-${hi}`,
      measure: "median",
      width: 640,
    }),
  trends: () =>
    drawTrends(
      place,
      trendSeries(
        rows.filter(({ result }) => result === "ST1"),
        [2023, 2025],
        "share",
      ),
      { ...options, percent: (share) => `${share * 100}%`, width: 800 },
    ),
  "trends-rubric-changed": () =>
    drawTrends(place, trendSeries(rowsOf(trendRows, "country", base), [2023, 2025], "share"), {
      ...options,
      percent: (share) => `${share * 100}%`,
      width: 360,
    }),
  "trends-regions-nested": () => {
    const regional = [2023, 2024, 2025].map((year) => cell({ country: null, year, ...banded } as never));
    const regions = trendSeries(rowsOf(regional, "region", base), [2023, 2025], "share");
    const within = trendSeries(rowsOf(trendRows, "country", base), [2023, 2025], "share");
    const mixed = rowsOf(regional, "region", base).map((row) => ({ ...row, share: [0.5, 0.7] as [number, number] }));
    const series = nestedSeries(regions, within, new Map([["GTM", "americas"]]), mixed);
    return drawTrends(place, series, { ...options, percent: (share) => `${share * 100}%`, width: 640 });
  },
  "trends-regions-mix-with-gap": () => {
    const regional = [2022, 2023, 2024, 2025].map((year) => cell({ country: null, year, ...banded } as never));
    const regions = trendSeries(rowsOf(regional, "region", base), [2022, 2025], "share");
    const mixed = rowsOf(regional, "region", base)
      .filter(({ year }) => year !== 2023)
      .map((row) => ({ ...row, share: [0.5, 0.7] as [number, number] }));
    const series = nestedSeries(regions, { ...regions, panels: [], folded: [] }, new Map(), mixed);
    return drawTrends(place, series, { ...options, percent: (share) => `${share * 100}%`, width: 360 });
  },
  ranges: () =>
    drawRanges(
      place,
      {
        domain: [0, 1],
        ticks: [0, 0.5, 1],
        groups: [
          {
            label: "Inner networks",
            items: [
              {
                key: "a",
                label: "A band",
                kind: "value",
                band: [0.2, 0.5],
                interval: [0.1, 0.7],
                other: [0.4, 0.6],
                text: "20-50",
                describe: "",
                href: null,
              },
              {
                key: "b",
                label: "Exact",
                kind: "value",
                band: [0.6, 0.6],
                interval: [0.4, 0.8],
                other: null,
                text: "60",
                describe: "",
                href: null,
              },
              {
                key: "c",
                label: "Withheld",
                kind: "withheld",
                band: null,
                interval: null,
                other: null,
                text: "[c]",
                describe: "",
                href: null,
              },
              {
                key: "d",
                label: "No data",
                kind: "no-data",
                band: null,
                interval: null,
                other: null,
                text: "[x]",
                describe: "",
                href: null,
              },
            ],
          },
        ],
      },
      { width: 700, sentence: "A sentence.", tick: (value) => `${value * 100}%` },
    ),
  "change-narrow": () =>
    drawRanges(
      place,
      {
        domain: [-0.5, 0.5],
        ticks: [-0.5, 0, 0.5],
        groups: [
          {
            label: null,
            items: [
              {
                key: "a",
                label: "Fell",
                kind: "value",
                band: [-0.4, -0.1],
                interval: null,
                other: null,
                text: "-40 to -10",
                describe: "",
                href: null,
              },
              {
                key: "b",
                label: "Not certain",
                kind: "value",
                band: [-0.2, 0.3],
                interval: null,
                other: null,
                faint: true,
                text: "-20 to +30",
                describe: "",
                href: null,
              },
            ],
          },
        ],
      },
      { width: 340, sentence: "A sentence.", tick: (value) => `${value * 100}` },
    ),
  ...Object.fromEntries(
    [700, 340].map((width) => [
      width < 520 ? "stacks-narrow" : "stacks",
      () =>
        drawStacks(
          place,
          countScale([
            {
              label: "By score",
              lines: [
                {
                  key: "a",
                  label: "An action",
                  parts: laidOut([
                    ...([0, 1, 2, 3, 4] as const).map((tone) => ({ count: 2 + tone, tone })),
                    { count: 3, tone: "open" },
                  ]),
                  text: "23",
                  describe: "",
                },
              ],
            },
            {
              label: "Of all, and lost",
              lines: [
                { key: "b", label: "A part", parts: partOf(4, 12), text: "4/12", describe: "" },
                {
                  key: "c",
                  label: "Lost and gained",
                  parts: [
                    { from: -3, to: 0, tone: 1, text: "3" },
                    { from: 0, to: 5, tone: 3, text: "5" },
                  ],
                  text: "+5 −3",
                  describe: "",
                },
                { key: "d", label: "Nobody", parts: [], text: "0", describe: "" },
              ],
            },
          ]),
          { width, sentence: "A sentence.", tick: (value) => `${Math.abs(value)}` },
        ),
    ]),
  ),
  matrix: () =>
    drawMatrix(
      place,
      {
        groups: [
          { label: "A side", rows: [{ key: "a", label: "An action" }] },
          { label: null, rows: [{ key: "b", label: "Another action" }] },
        ],
        columns: [
          { key: "ST1", label: "ST1" },
          { key: "IN1", label: "A longer name of two lines" },
        ],
        cells: [
          { row: "a", column: "ST1", text: "0", tone: 0, describe: "" },
          { row: "a", column: "IN1", text: "3–4!", tone: 3, describe: "" },
          { row: "b", column: "IN1", text: "1/5", tone: null, describe: "" },
        ],
      },
      { width: 420, sentence: "A sentence." },
    ),
  classes: () => {
    const part = (country: string, from: number, to: number, share: [number, number], status = "value") => ({
      ...{
        result: "ST1",
        country,
        region: "x",
        year: 2025,
        score_from: from,
        score_to: to,
        status,
        n: [20, 24],
        k: [4, 8],
        share,
      },
    });
    const classes = [
      ...[part("GTM", 0, 1, [0.1, 0.2]), part("GTM", 2, 2, [0.2, 0.3]), part("GTM", 3, 4, [0.5, 0.7])],
      ...[part("DEU", 0, 1, [0.3, 0.4]), part("DEU", 2, 2, [0.3, 0.4]), part("DEU", 3, 4, [0.2, 0.4])],
      ...[part("THA", 0, 1, [0, 0], "withheld"), part("THA", 2, 2, [0, 0], "withheld")],
    ];
    const series = classSeries({ classes: classes as never }, "country", 2025, base, "World");
    return drawClasses(place, series, { ...options, width: 700, below: "not in place", above: "in place" });
  },
  map: () => {
    const placed = {
      ...base,
      countries: {
        ...countries,
        countries: countries.countries.map((country, at) => ({ ...country, m49: ["222", "276", "764"][at]! })),
      },
    };
    const ofResult = rows.filter(({ result }) => result === "ST1");
    const { drawMap, world } = getAtlas();
    return drawMap(place, mapSeries(ofResult, 2025, placed), { ...options, world, measure: "share", width: 720 });
  },
};

describe("the approved picture of", () => {
  for (const [name, draw] of Object.entries(pictures))
    it(name, async () => {
      const { svg, points } = draw();
      const lines = svg.outerHTML.replaceAll("><", ">\n<");
      await expect(`${lines}\n`).toMatchFileSnapshot(`./output/${name}.svg`);
      const [width, height] = ["width", "height"].map((side) => Number(svg.getAttribute(side))) as [number, number];
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(height);
      }
    });
});

describe("the map", () => {
  it("draws a mark for a country too small to be seen, and disputed areas with a broken line and the source's name", () => {
    const drawn = pictures.map!().svg.outerHTML;
    expect(drawn).toMatch(/<circle/);
    expect(drawn).toMatch(/stroke-dasharray="3 2"/);
    expect(drawn).toMatch(/>Kosovo</);
  });
});
