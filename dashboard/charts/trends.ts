import { isSmall, type Row } from "../state/rows.ts";
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

type Spot = { readonly fx: number; readonly fy: number };
type Placed = TrendPoint & { readonly panel: number; readonly x: number };

const leastWidth = 208;
const margin = { left: 44, top: 48, bottom: 30 };
const gap = 40;
const height = { alone: 138, among: 100, step: 152 };

/**
 * Draws a panel a place, all on one scale; a line runs only through unbroken years. The panels are laid out here and
 * drawn as one: Plot's own facets make a group a panel and a mark, which sixty countries would have to wait for.
 */
export function drawTrends({ plot, document }: DrawingPlace, series: TrendSeries, options: TrendOptions): Drawing {
  const { panels, measure, years } = series;
  const columns = Math.max(1, Math.min(panels.length, Math.floor(options.width / leastWidth)));
  const spots = spotsOf(panels, columns);
  const lines = 1 + Math.max(0, ...spots.map(({ fy }) => fy));
  // A panel alone, or a row not full, keeps the size it would have in a full row.
  const width = Math.min(options.width, Math.max(columns * 300, 320));
  const label = (point: Placed) => `${options.digits(point.band!)}${isSmall(point.row) ? "*" : ""}`;
  const lastOf = panels.map(({ points }) => points.filter(({ band }) => band !== null).at(-1));
  // The figure of the last year stands beside its mark, over the edge of the panel.
  const right = 12 + 7.4 * Math.max(2, ...lastOf.map((point) => (point ? label(point as Placed).length : 0)));
  const panelWidth = (width - margin.left - right - (columns - 1) * gap) / columns;
  const panelHeight = lines > 1 ? height.among : height.alone;
  const top = measure === "share" ? 1 : 4;
  const count = years[1] - years[0] + 1;
  const left = (panel: number) => margin.left + spots[panel]!.fx * (panelWidth + gap);
  const base = (panel: number) => margin.top + spots[panel]!.fy * height.step + panelHeight;
  const x = (panel: number, year: number) => left(panel) + ((year - years[0] + 0.5) / count) * panelWidth;
  const y = (panel: number, value: number) => base(panel) - (value / top) * panelHeight;
  const half = panelWidth / count / 2;
  const numbered = panels.map((panel, index) => ({ ...panel, index }));
  const placed = numbered.flatMap(({ points, index }) =>
    points.map((point): Placed => ({ ...point, panel: index, x: x(index, point.year) })),
  );
  const values = placed.filter(({ band }) => band !== null);
  const ranges = values.filter(({ interval }) => interval !== null);
  const withheld = hatch(document, options.sentence);
  const exact = ({ band }: TrendPoint) => band![0] === band![1];
  const middle = ({ panel, band }: Placed) => y(panel, (band![0] + band![1]) / 2);
  const end = (of: "band" | "interval", at: 0 | 1) => (point: Placed) => y(point.panel, point[of]![at]);
  const run = { x: "x", z: ({ panel, stretch }: Placed) => `${panel} ${stretch}` } as const;
  const nested = panels.some(({ region }) => region !== null);
  const taken = new Set(spots.map(({ fx, fy }) => `${fx} ${fy}`));
  const under = numbered.filter(({ index }) => !taken.has(`${spots[index]!.fx} ${spots[index]!.fy + 1}`));
  const outermost = numbered.filter(({ index }) => !taken.has(`${spots[index]!.fx - 1} ${spots[index]!.fy}`));
  const gridAt = measure === "share" ? [0, 0.5, 1] : [0, 1, 2, 3, 4];
  const ticks = measure === "share" ? [0, 0.5, 1] : [0, 2, 4];
  const quiet = { fontSize: 11.5, fill: "var(--quiet)" } as const;
  // Years without a gap share the same year less place in the list, so that the line breaks where a year is missing.
  const overlay = numbered.flatMap(({ standardised, index }) =>
    standardised.map(({ year, band }, at) => ({
      stretch: `${index} ${year - at}`,
      x: x(index, year),
      y: y(index, (band[0] + band[1]) / 2),
    })),
  );
  const figure = plot.plot({
    document,
    width,
    height: margin.top + (lines - 1) * height.step + panelHeight + margin.bottom,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      plot.ruleY(
        numbered.flatMap(({ index }) => gridAt.map((value) => ({ index, value }))),
        {
          x1: ({ index }) => left(index),
          x2: ({ index }) => left(index) + panelWidth,
          y: ({ index, value }) => y(index, value),
          stroke: "var(--rule)",
        },
      ),
      plot.text(
        outermost.flatMap(({ index }) => ticks.map((value) => ({ index, value }))),
        {
          ...quiet,
          x: ({ index }) => left(index) - 7,
          y: ({ index, value }) => y(index, value),
          text: ({ value }) => (measure === "share" ? options.percent(value) : String(value)),
          textAnchor: "end",
        },
      ),
      plot.text(
        under.flatMap(({ index }) => yearTicks(years).map((year) => ({ index, year }))),
        {
          ...quiet,
          x: ({ index, year }) => x(index, year),
          y: ({ index }) => base(index) + 14,
          text: ({ year }) => `${year}`,
        },
      ),
      plot.rect(
        placed.filter(({ row }) => row.kind === "withheld"),
        {
          x1: (point: Placed) => point.x - half,
          x2: (point: Placed) => point.x + half,
          y1: ({ panel }: Placed) => y(panel, top),
          y2: ({ panel }: Placed) => y(panel, 0),
          fill: withheld.fill,
        },
      ),
      plot.text(
        placed.filter(({ band, row }) => band === null && row.kind !== "withheld"),
        { x: "x", y: ({ panel }: Placed) => y(panel, 0) - 6, text: () => "·", fontSize: 14, fill: "var(--quiet)" },
      ),
      plot.areaY(ranges, {
        ...run,
        y1: end("interval", 0),
        y2: end("interval", 1),
        fill: "var(--accent)",
        fillOpacity: 0.13,
      }),
      plot.ruleX(ranges, {
        x: "x",
        y1: end("interval", 0),
        y2: end("interval", 1),
        stroke: "var(--accent)",
        strokeOpacity: 0.45,
        strokeWidth: 1,
      }),
      plot.lineY(values, { ...run, y: middle, stroke: "var(--accent)", strokeWidth: 1.6 }),
      plot.ruleX(
        values.filter((point) => !exact(point)),
        {
          x: "x",
          y1: end("band", 0),
          y2: end("band", 1),
          stroke: "var(--accent)",
          strokeWidth: 6,
          strokeLinecap: "butt",
        },
      ),
      plot.dot(values.filter(exact), {
        x: "x",
        y: middle,
        r: 3.2,
        fill: ({ row }: Placed) => (isSmall(row) ? "var(--paper)" : "var(--accent)"),
        stroke: "var(--accent)",
        strokeWidth: 1.6,
      }),
      plot.text(
        numbered.flatMap(({ index }) => values.filter(({ panel }) => panel === index).slice(-1)),
        {
          x: "x",
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
        },
      ),
      plot.text(numbered, {
        x: ({ index }) => left(index),
        y: ({ index }) => y(index, top) - 12,
        text: ({ place }) => inLines(place.name, panelWidth + gap * 0.7),
        textAnchor: "start",
        lineAnchor: "bottom",
        fontSize: 13.5,
        fontWeight: nested ? 500 : 650,
        fill: "var(--ink)",
      }),
      plot.ruleX(
        numbered.filter(({ place, region }) => place.code === region),
        {
          x: ({ index }) => left(index),
          y1: ({ index }) => y(index, top),
          y2: ({ index }) => y(index, 0),
          stroke: "var(--accent)",
          strokeWidth: 3,
        },
      ),
      plot.ruleX(
        placed.filter(({ row }) => row.flags.includes("rubric-changed")),
        {
          x: (point: Placed) => point.x - half,
          y1: ({ panel }: Placed) => y(panel, top),
          y2: ({ panel }: Placed) => y(panel, 0),
          stroke: "var(--warn)",
          strokeDasharray: "4 3",
        },
      ),
      plot.lineY(overlay, {
        x: "x",
        y: "y",
        z: "stretch",
        stroke: "var(--ink)",
        strokeDasharray: "3 3",
        strokeWidth: 1.3,
      }),
      plot.dot(overlay, {
        x: "x",
        y: "y",
        symbol: "diamond",
        r: 3.6,
        fill: "var(--paper)",
        stroke: "var(--ink)",
      }),
    ],
  });
  const points = placed.map(
    (point): ReadingPoint => ({
      x: point.x,
      y: point.band ? middle(point) : y(point.panel, 0),
      row: point.panel,
      column: point.year - years[0],
      get text() {
        return options.describe(point.row);
      },
      href: null,
    }),
  );
  return { svg: finish(figure, options.sentence, "trends", withheld.pattern), points };
}

/** Where each panel stands: one after the other, or each region's countries in lines that its own panel begins. */
function spotsOf(panels: TrendSeries["panels"], columns: number): Spot[] {
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
  const letters = Math.floor(width / 7.6);
  return name.replace(new RegExp(`(.{1,${Math.max(letters, 8)}})(?:\\s|$)`, "g"), "$1\n").trimEnd();
}

function yearTicks([from, to]: readonly [number, number]): number[] {
  if (to - from < 3) return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return [from, Math.round((from + to) / 2), to];
}
