import type { ClassLine, ClassSeries, ClassShare } from "../state/classes.ts";
import { type Drawing, type DrawingPlace, finish, hatch, type ReadingPoint } from "./drawing.ts";

/** What the distribution needs beside its series. */
export interface ClassOptions {
  readonly width: number;
  readonly sentence: string;
  readonly digits: (band: readonly [number, number]) => string;
  readonly describe: (line: ClassLine) => string;
  /** Words over the two halves. */
  readonly below: string;
  readonly above: string;
}

type Segment = ClassShare & { readonly key: string; readonly x1: number; readonly x2: number };

/** Draws a bar a line, aligned where "in place" begins: scores up to 2 to the left, 3 and 4 to the right. */
export function drawClasses({ plot, document }: DrawingPlace, series: ClassSeries, options: ClassOptions): Drawing {
  const narrow = options.width < 520;
  const rowHeight = narrow ? 52 : 32;
  const margin = { top: 30, left: narrow ? 8 : 190, right: 10, bottom: 8 };
  const lines = series.lines;
  const segments = lines.flatMap(segmentsOf);
  const withheld = hatch(document, options.sentence);
  const lift = narrow ? 10 : 0;
  const inset = { insetTop: rowHeight / 2 - 10 + lift, insetBottom: rowHeight / 2 - 10 - lift };
  const reach = Math.max(0.5, ...segments.flatMap(({ x1, x2 }) => [Math.abs(x1), Math.abs(x2)]));
  const unit = (options.width - margin.left - margin.right) / (2 * reach);
  const fits = ({ x1, x2, share }: Segment) => (x2 - x1) * unit > 7.2 * options.digits(share).length + 6;
  const figure = plot.plot({
    document,
    width: options.width,
    height: margin.top + lines.length * rowHeight + margin.bottom,
    marginTop: margin.top,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    x: { domain: [-reach, reach], axis: null },
    y: { type: "band", domain: lines.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      plot.text([{ at: -0.02 * reach }], {
        x: "at",
        frameAnchor: "top",
        dy: -14,
        text: () => `← ${options.below}`,
        textAnchor: "end",
        fontSize: 12,
        fill: "var(--quiet)",
      }),
      plot.text([{ at: 0.02 * reach }], {
        x: "at",
        frameAnchor: "top",
        dy: -14,
        text: () => `${options.above} →`,
        textAnchor: "start",
        fontSize: 12,
        fill: "var(--quiet)",
      }),
      plot.text(lines, {
        y: "key",
        frameAnchor: "left",
        dx: -margin.left,
        dy: narrow ? -12 : 0,
        text: "label",
        textAnchor: "start",
        fontSize: 13,
        fill: "var(--ink)",
      }),
      plot.rect(
        lines.filter(({ kind }) => kind === "withheld"),
        {
          y: "key",
          x1: -reach,
          x2: reach,
          ...inset,
          fill: withheld.fill,
        },
      ),
      plot.text(
        lines.filter(({ kind }) => kind !== "withheld" && kind !== "value"),
        {
          y: "key",
          x: 0,
          dy: lift,
          text: () => "·",
          fill: "var(--quiet)",
        },
      ),
      plot.rect(segments, {
        y: "key",
        x1: "x1",
        x2: "x2",
        ...inset,
        insetLeft: 0.5,
        insetRight: 0.5,
        fill: ({ to }: Segment) => `var(--tone-${to})`,
      }),
      plot.text(segments.filter(fits), {
        y: "key",
        x: ({ x1, x2 }: Segment) => (x1 + x2) / 2,
        dy: lift,
        text: ({ share }: Segment) => options.digits(share),
        fontSize: 12,
        fontVariant: "tabular-nums",
        fill: ({ to }: Segment) => `var(--on-tone-${to})`,
      }),
      plot.ruleX([0], { stroke: "var(--ink)", strokeWidth: 1.4 }),
    ],
  });
  const x = (value: number) => Number(figure.scale("x")!.apply(value));
  const points = lines.map(
    (line, row): ReadingPoint => ({
      x: x(0),
      y: margin.top + (row + 0.5) * rowHeight + lift,
      row,
      column: 0,
      text: options.describe(line),
      href: null,
    }),
  );
  return { svg: finish(figure, options.sentence, "classes", withheld.pattern), points };
}

/** Where each class lies: bands are drawn at their middle, those below 3 from the line to the left. */
function segmentsOf({ key, classes }: ClassLine): Segment[] {
  const width = ({ share: [lo, hi] }: ClassShare) => (lo + hi) / 2;
  const below = [...classes].filter(({ to }) => to < 3).sort((a, b) => b.to - a.to);
  const above = [...classes].filter(({ to }) => to >= 3).sort((a, b) => a.to - b.to);
  const sumOf = (parts: readonly ClassShare[]) => parts.reduce((sum, part) => sum + width(part), 0);
  return [
    ...below.map((part, at) => ({ ...part, key, x1: -sumOf(below.slice(0, at + 1)), x2: -sumOf(below.slice(0, at)) })),
    ...above.map((part, at) => ({ ...part, key, x1: sumOf(above.slice(0, at)), x2: sumOf(above.slice(0, at + 1)) })),
  ];
}
