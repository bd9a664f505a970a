import { describe, expect, it } from "vitest";
import { classOf, heatmapSeries } from "../../../../dashboard/state/heatmap.ts";
import { bandOf, isSmall, rowsOf } from "../../../../dashboard/state/rows.ts";
import { trendSeries } from "../../../../dashboard/state/trends.ts";
import { cell, cells, countries, framework, health } from "../answers.ts";

const base = (lang: string) => ({ lang, health, framework, countries });
const rows = (list = cells.cells, lang = "en") => rowsOf(list, "country", base(lang));

describe("a row", () => {
  it("keeps a share of zero apart from every reason for having none", () => {
    const kinds = rows([
      cell({ year: 2019, k_of_n: [0, 11] }),
      cell({ year: 2020, status: "withheld" }),
      cell({ year: 2021, status: "no-data" }),
      cell({ year: 2022, status: "not-applicable" }),
      cell({ year: 2023, n: [0, 0], k: [0, 0], share: [null, null] }),
    ]);
    expect(kinds.map((row) => [row.kind, bandOf(row, "share")])).toEqual([
      ["value", [0, 0]],
      ["withheld", null],
      ["no-data", null],
      ["not-applicable", null],
      ["unscored", null],
    ]);
  });

  it("is marked when fewer than ten collectives may stand behind it", () => {
    const small = (n: [number, number]) => isSmall(rows([cell({ n })])[0]!);
    expect([small([9, 9]), small([8, 12]), small([10, 10])]).toEqual([true, true, false]);
  });

  it("stands in the alphabet of the reader's language", () => {
    const names = (lang: string) => [...new Set(rows(cells.cells, lang).map((row) => row.place.name))];
    expect(names("en")).toEqual(["Germany", "Guatemala", "Thailand"]);
    expect(names("es")).toEqual(["Alemania", "Guatemala", "Tailandia"]);
  });
});

describe("the heatmap", () => {
  const series = heatmapSeries(rows(), 2025, base("en"));

  it("groups results under their dimension or sub-dimension, in the framework's order", () => {
    expect(series.groups.map(({ label, results }) => [label, results.map(({ code }) => code)])).toEqual([
      ["Territory", ["ST1"]],
      ["Inner networks", ["IN1"]],
      ["Outer networks", ["EX1"]],
    ]);
  });

  it("folds countries whose every figure is withheld", () => {
    expect(series.places.map(({ code }) => code)).toEqual(["DEU", "GTM"]);
    expect(series.folded.map(({ name }) => name)).toEqual(["Thailand"]);
  });

  it("shows a figure that the answer leaves out as no data", () => {
    expect(series.rows).toHaveLength(6);
    expect(series.rows.filter((row) => row.kind === "no-data").map((row) => `${row.result} ${row.place.code}`)).toEqual(
      ["IN1 DEU", "EX1 DEU", "EX1 GTM"],
    );
  });

  it("colours a share by its fifth and a band by its middle", () => {
    const classes = ([0, 0.19, 0.2, 0.6, 0.8, 1] as const).map((share) => classOf([share, share], "share"));
    expect(classes).toEqual([0, 0, 1, 3, 4, 4]);
    expect(classOf([0.4, 0.9], "share")).toBe(3);
    expect(classOf([2, 2], "median")).toBe(2);
  });
});

describe("the line of a small chart", () => {
  it("breaks where a year is withheld, has no data or is missing, and only there", () => {
    const list = rows([
      cell({ year: 2018 }),
      cell({ year: 2019 }),
      cell({ year: 2020, status: "withheld" }),
      cell({ year: 2021 }),
      cell({ year: 2023 }),
      cell({ year: 2024 }),
    ]);
    const [panel] = trendSeries(list, [2018, 2024], "share").panels;
    const runs = panel!.points.filter(({ band }) => band).map(({ year, stretch }) => [year, stretch]);
    const stretchOf = new Map(runs as [number, number][]);
    expect(stretchOf.get(2018)).toBe(stretchOf.get(2019));
    expect(stretchOf.get(2019)).not.toBe(stretchOf.get(2021));
    expect(stretchOf.get(2021)).not.toBe(stretchOf.get(2023));
    expect(stretchOf.get(2023)).toBe(stretchOf.get(2024));
  });

  it("has an interval beside a share and none beside a median", () => {
    const point = (measure: "share" | "median") =>
      trendSeries(rows([cell()]), [2025, 2025], measure).panels[0]!.points[0]!;
    expect(point("share").interval).toEqual([0.254, 0.746]);
    expect(point("median").interval).toBeNull();
    expect(point("median").band).toEqual([2, 3]);
  });
});
