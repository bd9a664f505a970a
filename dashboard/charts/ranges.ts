import type { RangeItem, RangeSeries } from "../state/ranges.ts";
import { type Drawing, type DrawingPlace, finish, hatch, type ReadingPoint } from "./drawing.ts";
import { labelRoom } from "./label-room.ts";

/** What the range chart needs beside its series. */
export interface RangeOptions {
  readonly width: number;
  readonly sentence: string;
  readonly tick: (value: number) => string;
}

/** Below this width a label stands over its bar instead of beside it. */
const beside = 520;

/** Draws a line for each item: interval thin, band thick, what it is compared with hollow, the figure at the end. */
export function drawRanges({ plot, document }: DrawingPlace, series: RangeSeries, options: RangeOptions): Drawing {
  const { groups, domain, ticks } = series;
  const narrow = options.width < beside;
  const items = groups.flatMap((group) => group.items);
  const rowHeight = narrow ? 46 : 28;
  const marginTop = 26;
  const longest = Math.max(0, ...items.map(({ label }) => label.length));
  const marginLeft = narrow ? 18 : labelRoom(longest, options.width);
  const marginRight = 14 + 8.2 * Math.max(3, ...items.map(({ text }) => text.length));
  const heading = (label: string) => `heading ${label}`;
  const lines = groups.flatMap(({ label, items }) => [
    ...(label ? [heading(label)] : []),
    ...items.map(({ key }) => key),
  ]);
  const withheld = hatch(document, options.sentence);
  const lift = narrow ? 9 : 0;
  const mark = { y: "key", dy: lift } as const;
  const bands = items.filter(({ band }) => band !== null);
  const hidden = items.filter(({ kind }) => kind === "withheld");
  const moved = bands.filter(({ from }) => from !== undefined && from !== null);
  const half = narrow ? 5 : 6;
  const figure = plot.plot({
    document,
    width: options.width,
    height: marginTop + lines.length * rowHeight + 8,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: 8,
    x: { domain: [...domain], axis: null },
    y: { type: "band", domain: lines, axis: null, padding: 0 },
    marks: [
      plot.gridX({ ticks: [...ticks], stroke: "var(--rule)", strokeOpacity: 1 }),
      plot.axisX({
        anchor: "top",
        ticks: [...ticks],
        tickFormat: options.tick,
        tickSize: 0,
        label: null,
        fontSize: 11.5,
        fill: "var(--quiet)",
      }),
      ...(domain[0] < 0 ? [plot.ruleX([0], { stroke: "var(--ink)", strokeOpacity: 0.7 })] : []),
      plot.text(
        groups.filter(({ label }) => label),
        {
          y: ({ label }) => heading(label!),
          frameAnchor: "left",
          dx: -marginLeft,
          dy: 3,
          text: "label",
          textAnchor: "start",
          fontSize: 13,
          fontWeight: 650,
          fill: "var(--ink)",
        },
      ),
      plot.text(items, {
        y: "key",
        frameAnchor: "left",
        dx: -marginLeft,
        dy: narrow ? -9 : 0,
        text: "label",
        textAnchor: "start",
        fontSize: 13,
        fill: "var(--ink)",
      }),
      plot.rect(hidden, {
        y: "key",
        x1: domain[0],
        x2: domain[1],
        insetTop: rowHeight / 2 - half + lift,
        insetBottom: rowHeight / 2 - half - lift,
        fill: withheld.fill,
      }),
      plot.ruleY(
        items.filter(({ interval }) => interval !== null),
        {
          ...mark,
          x1: (item: RangeItem) => item.interval![0],
          x2: (item: RangeItem) => item.interval![1],
          stroke: "var(--accent)",
          strokeOpacity: 0.55,
          strokeWidth: 1.4,
        },
      ),
      plot.ruleY(moved, {
        ...mark,
        x1: (item: RangeItem) => item.from!,
        x2: (item: RangeItem) => (item.band![0] + item.band![1]) / 2,
        stroke: "var(--accent)",
        strokeWidth: 1.6,
      }),
      plot.dot(moved, {
        ...mark,
        x: (item: RangeItem) => item.from!,
        r: 4.2,
        fill: "var(--paper)",
        stroke: "var(--accent)",
        strokeWidth: 1.6,
      }),
      plot.ruleY(bands, {
        ...mark,
        x1: (item: RangeItem) => item.band![0],
        x2: (item: RangeItem) => item.band![1],
        stroke: "var(--accent)",
        strokeOpacity: ({ faint }: RangeItem) => (faint ? 0.42 : 1),
        strokeWidth: half * 2 - 2,
        strokeLinecap: "butt",
      }),
      plot.dot(
        bands.filter(({ band }) => band![0] === band![1]),
        {
          y: "key",
          dy: lift,
          x: (item: RangeItem) => item.band![0],
          r: 4.2,
          fill: "var(--accent)",
        },
      ),
      plot.rect(
        items.filter(({ other }) => other !== null),
        {
          y: "key",
          x1: (item: RangeItem) => item.other![0],
          x2: (item: RangeItem) => item.other![1],
          insetTop: rowHeight / 2 - half - 3 + lift,
          insetBottom: rowHeight / 2 - half - 3 - lift,
          insetLeft: -1,
          insetRight: -1,
          fill: "none",
          stroke: "var(--ink)",
          strokeWidth: 1.2,
        },
      ),
      plot.text(items, {
        y: "key",
        dy: lift,
        frameAnchor: "right",
        dx: marginRight,
        textAnchor: "end",
        text: "text",
        fontSize: 12.5,
        fontWeight: 600,
        fontVariant: "tabular-nums",
        fill: (item: RangeItem) => (item.band || item.interval ? "var(--accent-ink)" : "var(--quiet)"),
      }),
    ],
  });
  const x = (value: number) => Number(figure.scale("x")!.apply(value));
  const points = items.map((item, row): ReadingPoint => {
    const [lo, hi] = item.band ?? item.interval ?? domain;
    return {
      x: x((lo + hi) / 2),
      y: marginTop + (lines.indexOf(item.key) + 0.5) * rowHeight + lift,
      row,
      column: 0,
      text: item.describe,
      href: item.href,
    };
  });
  return { svg: finish(figure, options.sentence, "ranges", withheld.pattern), points };
}
