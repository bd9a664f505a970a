import { classOf, type HeatmapSeries } from "../state/heatmap.ts";
import { bandOf, isSmall, type Row } from "../state/rows.ts";
import { type Drawing, type DrawingPlace, finish, hatch, type ReadingPoint } from "./drawing.ts";
import { inLines } from "./in-lines.ts";

/** What the heatmap needs to know beside its series; the words come from outside, in the reader's language. */
export interface HeatmapOptions {
  readonly width: number;
  readonly measure: "share" | "median";
  readonly sentence: string;
  readonly digits: (band: readonly [number, number]) => string;
  readonly describe: (row: Row) => string;
  readonly href: (row: Row) => string;
  /** What stands over the columns: names where they fit and codes otherwise, or names in as many lines as they need. */
  readonly heads?: "fitting" | "names";
}

const rowHeight = 30;
/** Narrower than this, a number no longer fits its square, and the chart scrolls sideways instead. */
const narrowest = { exact: 36, band: 50 };
const widest = { fitting: 104, names: 140 };
const letter = 6.9;

/** Draws results × places for one year; the number stands in the square, colour only supports it. */
export function drawHeatmap({ plot, document }: DrawingPlace, series: HeatmapSeries, options: HeatmapOptions): Drawing {
  const { measure, digits, heads = "fitting" } = options;
  const { places, groups, rows } = series;
  const text = (row: Row) => `${digits(bandOf(row, measure)!)}${isSmall(row) ? "*" : ""}`;
  const values = rows.filter((row) => bandOf(row, measure) !== null);
  const labels = groups.flatMap(({ results }) => results.map(({ short }) => short.length));
  const labelWidth = Math.min(270, Math.max(160, 10 + 7.1 * Math.max(0, ...labels)));
  const longest = Math.max(2, ...values.map((row) => text(row).length));
  const least = longest > 4 ? narrowest.band : narrowest.exact;
  const column = Math.min(widest[heads], Math.max(least, (options.width - labelWidth - 2) / places.length));
  const width = labelWidth + 2 + column * places.length;
  const heading = (label: string) => `heading ${label}`;
  const lines = groups.flatMap(({ label, results }) => [heading(label), ...results.map(({ code }) => code)]);
  const short = new Map(groups.flatMap(({ results }) => results.map((result) => [result.code, result.short])));
  const named = heads === "names" || namesFit(places, column);
  const headOf = ({ code, name }: HeatmapSeries["places"][number]) =>
    !named ? code : heads === "names" ? inLines(name, column / letter) : inTwoLines(name);
  const headRoom = 14 + 15 * Math.max(2, ...places.map((place) => headOf(place).split("\n").length));
  const withheld = hatch(document, options.sentence);
  const at = { x: (row: Row) => row.place.code, y: "result" } as const;
  const square = { ...at, inset: 1, rx: 2 };
  const tone = (row: Row) => classOf(bandOf(row, measure)!, measure);
  const sign = (row: Row) => ({ "not-applicable": "[z]", unscored: "n=0" })[row.kind as string] ?? "·";
  const figure = plot.plot({
    document,
    width,
    height: headRoom + lines.length * rowHeight + 4,
    margin: 0,
    marginLeft: labelWidth,
    marginTop: headRoom,
    marginRight: 2,
    marginBottom: 4,
    x: { type: "band", domain: places.map(({ code }) => code), axis: null, padding: 0 },
    y: { type: "band", domain: lines, axis: null, padding: 0 },
    marks: [
      plot.text(places, {
        x: "code",
        frameAnchor: "top",
        text: headOf,
        dy: -10,
        lineAnchor: "bottom",
        fontSize: 12.5,
        fill: "var(--ink)",
      }),
      plot.text(groups, {
        y: ({ label }) => heading(label),
        frameAnchor: "left",
        dx: -labelWidth,
        dy: 3,
        text: "label",
        textAnchor: "start",
        fontSize: 13,
        fontWeight: 650,
        fill: "var(--ink)",
      }),
      plot.text([...short.keys()], {
        y: (code) => code,
        frameAnchor: "left",
        dx: -labelWidth,
        text: (code) => short.get(code)!,
        textAnchor: "start",
        fontSize: 13,
        fill: "var(--ink)",
      }),
      plot.cell(values, { ...square, fill: (row: Row) => `var(--tone-${tone(row)})` }),
      plot.cell(
        rows.filter((row) => row.kind === "withheld"),
        { ...square, fill: withheld.fill },
      ),
      plot.text(values, {
        ...at,
        text,
        fontSize: 12.5,
        fontVariant: "tabular-nums",
        fill: (row: Row) => `var(--on-tone-${tone(row)})`,
      }),
      plot.text(
        rows.filter((row) => !["value", "withheld"].includes(row.kind)),
        { ...at, text: sign, fontSize: 12, fill: "var(--quiet)" },
      ),
    ],
  });
  const spots = new Map(lines.map((line, index) => [line, index]));
  const columns = new Map(places.map(({ code }, index) => [code, index]));
  const order = [...short.keys()];
  const points = rows.map((row): ReadingPoint => {
    const [line, index] = [spots.get(row.result)!, columns.get(row.place.code)!];
    return {
      x: labelWidth + (index + 0.5) * column,
      y: headRoom + (line + 0.5) * rowHeight,
      row: order.indexOf(row.result),
      column: index,
      get text() {
        return options.describe(row);
      },
      href: options.href(row),
    };
  });
  const svg = finish(figure, options.sentence, "heatmap", withheld.pattern);
  svg.setAttribute("data-heads", named ? "names" : "codes");
  return { svg, points };
}

/** Whether all names fit over their columns in two lines; if not, codes stand there and a key below explains them. */
function namesFit(places: HeatmapSeries["places"], column: number): boolean {
  const lines = places.flatMap(({ name }) => inTwoLines(name).split("\n"));
  return lines.every((line) => line.length * letter < column);
}

function inTwoLines(name: string): string {
  const words = name.split(" ");
  const cuts = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(" "), words.slice(at + 1).join(" ")] as const);
  const length = (cut: readonly [string, string]) => Math.max(cut[0].length, cut[1].length);
  const best = cuts.sort((a, b) => length(a) - length(b))[0];
  return best && name.length > 9 ? best.join("\n") : name;
}
