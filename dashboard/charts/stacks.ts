import type { StackLine, StackPart, StackSeries } from "../state/how/stacks.ts";
import { type Drawing, type DrawingPlace, finish, type ReadingPoint } from "./drawing.ts";
import { labelRoom } from "./label-room.ts";

/** What the bars need beside their series. */
export interface StackOptions {
  readonly width: number;
  readonly sentence: string;
  readonly tick: (value: number) => string;
}

type Placed = StackPart & { readonly key: string };

/** Below this width a label stands over its bar instead of beside it. */
const beside = 520;

/** Draws a bar a line, its parts end to end; the figure stands at the end of the line. */
export function drawStacks({ plot, document }: DrawingPlace, series: StackSeries, options: StackOptions): Drawing {
  const { groups, domain, ticks } = series;
  const narrow = options.width < beside;
  const lines = groups.flatMap((group) => group.lines);
  const rowHeight = narrow ? 46 : 28;
  const marginTop = 26;
  const longest = Math.max(0, ...lines.map(({ label }) => label.length));
  const marginLeft = narrow ? 10 : labelRoom(longest, options.width);
  const marginRight = 16 + 7.4 * Math.max(3, ...lines.map(({ text }) => text.length));
  const heading = (label: string) => `heading ${label}`;
  const places = groups.flatMap(({ label, lines }) => [
    ...(label ? [heading(label)] : []),
    ...lines.map(({ key }) => key),
  ]);
  const lift = narrow ? 9 : 0;
  const half = narrow ? 8 : 9;
  const inset = { insetTop: rowHeight / 2 - half + lift, insetBottom: rowHeight / 2 - half - lift };
  const parts = lines.flatMap(({ key, parts }) => parts.map((part): Placed => ({ ...part, key })));
  const unit = (options.width - marginLeft - marginRight) / (domain[1] - domain[0]);
  const fits = ({ from, to, text }: StackPart) => (to - from) * unit > 7.2 * text.length + 5;
  const filled = ({ tone }: Placed) => tone !== "open";
  const bar = { y: "key", x1: "from", x2: "to", ...inset, insetLeft: 0.5, insetRight: 0.5 } as const;
  const figure = plot.plot({
    document,
    width: options.width,
    height: marginTop + places.length * rowHeight + 8,
    marginTop,
    marginLeft,
    marginRight,
    marginBottom: 8,
    x: { domain: [...domain], axis: null },
    y: { type: "band", domain: places, axis: null, padding: 0 },
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
      plot.text(lines, {
        y: "key",
        frameAnchor: "left",
        dx: -marginLeft,
        dy: narrow ? -12 : 0,
        text: "label",
        textAnchor: "start",
        fontSize: 13,
        fill: "var(--ink)",
      }),
      plot.rect(parts.filter(filled), {
        ...bar,
        fill: ({ tone }: Placed) => `var(--tone-${tone})`,
        stroke: "var(--field)",
        strokeOpacity: 0.55,
        strokeWidth: 0.8,
      }),
      plot.rect(
        parts.filter((part) => !filled(part)),
        { ...bar, fill: "var(--paper)", stroke: "var(--field)", strokeWidth: 1 },
      ),
      plot.text(parts.filter(fits), {
        y: "key",
        x: ({ from, to }: Placed) => (from + to) / 2,
        dy: lift,
        text: "text",
        fontSize: 12,
        fontVariant: "tabular-nums",
        fill: ({ tone }: Placed) => (tone === "open" ? "var(--ink)" : `var(--on-tone-${tone})`),
      }),
      ...(domain[0] < 0 ? [plot.ruleX([0], { stroke: "var(--ink)", strokeWidth: 1.4 })] : []),
      plot.text(lines, {
        y: "key",
        dy: lift,
        frameAnchor: "right",
        dx: marginRight,
        textAnchor: "end",
        text: "text",
        fontSize: 12.5,
        fontWeight: 600,
        fontVariant: "tabular-nums",
        fill: "var(--accent-ink)",
      }),
    ],
  });
  const x = (value: number) => Number(figure.scale("x")!.apply(value));
  const points = lines.map(
    (line, row): ReadingPoint => ({
      x: x(middleOf(line)),
      y: marginTop + (places.indexOf(line.key) + 0.5) * rowHeight + lift,
      row,
      column: 0,
      text: line.describe,
      href: null,
    }),
  );
  return { svg: finish(figure, options.sentence, "stacks", null), points };
}

function middleOf({ parts }: StackLine): number {
  const ends = parts.flatMap(({ from, to }) => [from, to]);
  return ends.length === 0 ? 0 : (Math.min(...ends) + Math.max(...ends)) / 2;
}
