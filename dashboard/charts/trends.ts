import type { Row } from "../state/rows.ts";
import { isSmall } from "../state/rows.ts";
import type { TrendPoint, TrendSeries } from "../state/trends.ts";
import { type Drawing, type DrawingPlace, finish, hatch, type ReadingPoint } from "./drawing.ts";

/** What the small multiples need to know beside their series. */
export interface TrendOptions {
  readonly width: number;
  readonly sentence: string;
  readonly percent: (share: number) => string;
  readonly digits: (band: readonly [number, number]) => string;
  readonly describe: (row: Row) => string;
}

type Placed = TrendPoint & { readonly fx: number; readonly fy: number };

const panelHeight = 138;
const panelWidth = 208;
const margin = { left: 44, top: 48, bottom: 30 };

/** Draws a panel a place, all on one scale; a line runs only through unbroken years. */
export function drawTrends({ plot, document }: DrawingPlace, series: TrendSeries, options: TrendOptions): Drawing {
  const { panels, measure, years } = series;
  const columns = Math.max(1, Math.min(panels.length, Math.floor(options.width / panelWidth)));
  const spots = spotsOf(panels, columns);
  const lines = 1 + Math.max(0, ...spots.map(({ fy }) => fy));
  // A panel alone, or a row not full, keeps the size it would have in a full row.
  const width = Math.min(options.width, Math.max(columns * 300, 320));
  const where = (index: number) => spots[index]!;
  const leads = (index: number) => panels[index]!.place.code === panels[index]!.region;
  const nested = panels.some(({ region }) => region !== null);
  const overlay = panels.flatMap(({ standardised, place }, index) =>
    standardised.map((point) => ({ ...point, ...where(index), place: place.code })),
  );
  const placed = panels.flatMap(({ points }, index) => points.map((point): Placed => ({ ...point, ...where(index) })));
  const values = placed.filter(({ band }) => band !== null);
  const ranges = values.filter(({ interval }) => interval !== null);
  const top = measure === "share" ? 1 : 4;
  const withheld = hatch(document, options.sentence);
  const exact = (point: Placed) => point.band![0] === point.band![1];
  const middle = (point: Placed) => (point.band![0] + point.band![1]) / 2;
  const facet = { fx: "fx", fy: "fy", x: "year" } as const;
  const run = { ...facet, z: (point: Placed) => `${point.row.place.code} ${point.stretch}` };
  const last = panels.flatMap(({ place }) => values.filter(({ row }) => row.place.code === place.code).slice(-1));
  const label = (point: Placed) => `${options.digits(point.band!)}${isSmall(point.row) ? "*" : ""}`;
  // The figure of the last year stands beside its mark, over the edge of the panel.
  const right = 12 + 7.4 * Math.max(2, ...last.map((point) => label(point).length));
  const figure = plot.plot({
    document,
    width,
    height: margin.top + margin.bottom + lines * panelHeight + (lines - 1) * 20,
    marginLeft: margin.left,
    marginRight: right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    fx: { axis: null, padding: columns > 1 ? 0.16 : 0, domain: [...Array(columns).keys()] },
    fy: { axis: null, padding: lines > 1 ? 0.34 : 0, domain: [...Array(lines).keys()] },
    x: { domain: [years[0] - 0.5, years[1] + 0.5], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      plot.gridY({
        ticks: measure === "share" ? [0, 0.5, 1] : [0, 1, 2, 3, 4],
        stroke: "var(--rule)",
        strokeOpacity: 1,
      }),
      plot.axisY({
        ticks: measure === "share" ? [0, 0.5, 1] : [0, 2, 4],
        tickFormat: (value: number) => (measure === "share" ? options.percent(value) : String(value)),
        tickSize: 0,
        label: null,
        fontSize: 11.5,
        fill: "var(--quiet)",
      }),
      plot.axisX({
        ticks: yearTicks(years),
        tickFormat: (year: number) => String(year),
        tickSize: 0,
        label: null,
        fontSize: 11.5,
        fill: "var(--quiet)",
      }),
      plot.rect(
        placed.filter(({ row }) => row.kind === "withheld"),
        {
          fx: "fx",
          fy: "fy",
          x1: ({ year }) => year - 0.5,
          x2: ({ year }) => year + 0.5,
          y1: 0,
          y2: top,
          fill: withheld.fill,
        },
      ),
      plot.text(
        placed.filter(({ band, row }) => band === null && row.kind !== "withheld"),
        { ...facet, y: 0, dy: -6, text: () => "·", fontSize: 14, fill: "var(--quiet)" },
      ),
      plot.areaY(ranges, {
        ...run,
        y1: (point) => point.interval![0],
        y2: (point) => point.interval![1],
        fill: "var(--accent)",
        fillOpacity: 0.13,
      }),
      plot.ruleX(ranges, {
        ...facet,
        y1: (point) => point.interval![0],
        y2: (point) => point.interval![1],
        stroke: "var(--accent)",
        strokeOpacity: 0.45,
        strokeWidth: 1,
      }),
      plot.lineY(values, { ...run, y: middle, stroke: "var(--accent)", strokeWidth: 1.6 }),
      plot.ruleX(
        values.filter((point) => !exact(point)),
        {
          ...facet,
          y1: (point) => point.band![0],
          y2: (point) => point.band![1],
          stroke: "var(--accent)",
          strokeWidth: 6,
          strokeLinecap: "butt",
        },
      ),
      plot.dot(values.filter(exact), {
        ...facet,
        y: middle,
        r: 3.2,
        fill: (point: Placed) => (isSmall(point.row) ? "var(--paper)" : "var(--accent)"),
        stroke: "var(--accent)",
        strokeWidth: 1.6,
      }),
      plot.text(last, {
        ...facet,
        y: middle,
        text: label,
        dx: 8,
        textAnchor: "start",
        fontSize: 12,
        fontWeight: 650,
        fontVariant: "tabular-nums",
        fill: "var(--accent-ink)",
        stroke: "var(--paper)",
        strokeWidth: 3,
      }),
      plot.text(panels, {
        fx: (_, index) => where(index).fx,
        fy: (_, index) => where(index).fy,
        text: ({ place }) => inLines(place.name, (width - margin.left - right) / columns),
        frameAnchor: "top-left",
        lineAnchor: "bottom",
        dy: -12,
        fontSize: 13.5,
        fontWeight: nested ? 500 : 650,
        fill: "var(--ink)",
      }),
      ...(nested
        ? [
            plot.ruleX(
              panels.map((_, index) => where(index)).filter((_, index) => leads(index)),
              { fx: "fx", fy: "fy", x: years[0] - 0.5, stroke: "var(--accent)", strokeWidth: 3 },
            ),
          ]
        : []),
      plot.ruleX(
        placed.filter(({ row }) => row.flags.includes("rubric-changed")),
        { fx: "fx", fy: "fy", x: ({ year }) => year - 0.5, stroke: "var(--warn)", strokeDasharray: "4 3" },
      ),
      plot.lineY(overlay, {
        fx: "fx",
        fy: "fy",
        x: "year",
        z: "place",
        y: ({ band }) => (band[0] + band[1]) / 2,
        stroke: "var(--ink)",
        strokeDasharray: "3 3",
        strokeWidth: 1.3,
      }),
      plot.dot(overlay, {
        fx: "fx",
        fy: "fy",
        x: "year",
        y: ({ band }) => (band[0] + band[1]) / 2,
        symbol: "diamond",
        r: 3.6,
        fill: "var(--paper)",
        stroke: "var(--ink)",
      }),
    ],
  });
  const scale = (name: "x" | "y" | "fx" | "fy", value: number) => Number(figure.scale(name)!.apply(value));
  const points = placed.map((point): ReadingPoint => {
    const offset = (name: "fx" | "fy", value: number, edge: number) => scale(name, value) - edge;
    return {
      x: scale("x", point.year) + offset("fx", point.fx, margin.left),
      y: scale("y", point.band ? middle(point) : 0) + offset("fy", point.fy, margin.top),
      row: panels.findIndex(({ place }) => place.code === point.row.place.code),
      column: point.year - years[0],
      text: options.describe(point.row),
      href: null,
    };
  });
  return { svg: finish(figure, options.sentence, "trends", withheld.pattern), points };
}

/** Where each panel stands: one after the other, or each region's countries in lines that its own panel begins. */
function spotsOf(panels: TrendSeries["panels"], columns: number): { fx: number; fy: number }[] {
  let [fx, fy] = [-1, 0];
  return panels.map(({ place, region }, index) => {
    const begins = region !== null && place.code === region;
    if (begins && index > 0) [fx, fy] = [0, fy + 1];
    else if (fx + 1 >= columns) [fx, fy] = [region !== null && columns > 2 ? 1 : 0, fy + 1];
    else fx += 1;
    return { fx, fy };
  });
}

/** Breaks a long name between words so that it stays over its own panel. */
function inLines(name: string, width: number): string {
  const letters = Math.floor((width * 0.86) / 7.6);
  return name.replace(new RegExp(`(.{1,${Math.max(letters, 8)}})(?:\\s|$)`, "g"), "$1\n").trimEnd();
}

function yearTicks([from, to]: readonly [number, number]): number[] {
  if (to - from < 3) return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return [from, Math.round((from + to) / 2), to];
}
