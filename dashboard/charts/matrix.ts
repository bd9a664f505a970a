import type { MatrixCell, MatrixSeries } from "../state/how/matrix.ts";
import { type Drawing, type DrawingPlace, finish, type ReadingPoint } from "./drawing.ts";
import { inLines } from "./in-lines.ts";

/** What the matrix needs beside its series. */
export interface MatrixOptions {
  readonly width: number;
  readonly sentence: string;
}

const rowHeight = 30;
const letter = 6.9;
const widest = 140;

/** Draws lines × columns; the figure stands in the square, colour only supports it. */
export function drawMatrix({ plot, document }: DrawingPlace, series: MatrixSeries, options: MatrixOptions): Drawing {
  const { groups, columns, cells } = series;
  const rows = groups.flatMap(({ rows }) => rows);
  const labelWidth = Math.min(270, Math.max(150, 10 + 7.1 * Math.max(0, ...rows.map(({ label }) => label.length))));
  const least = Math.max(34, 10 + letter * Math.max(2, ...cells.map(({ text }) => text.length)));
  const column = Math.min(widest, Math.max(least, (options.width - labelWidth - 2) / Math.max(1, columns.length)));
  const width = labelWidth + 2 + column * columns.length;
  const heading = (at: number) => `heading ${at}`;
  const lines = groups.flatMap(({ label, rows }, at) => [
    ...(label ? [heading(at)] : []),
    ...rows.map(({ key }) => key),
  ]);
  const heads = columns.map(({ key, label }) => ({ key, label: inLines(label, (column - 6) / letter) }));
  const headRoom = 12 + 15 * Math.max(1, ...heads.map(({ label }) => label.split("\n").length));
  const at = { x: "column", y: "row" } as const;
  const filled = new Set(cells.map(({ row, column }) => `${row} ${column}`));
  const empty = rows.flatMap(({ key: row }) =>
    columns.flatMap(({ key: column }) => (filled.has(`${row} ${column}`) ? [] : [{ row, column }])),
  );
  const figure = plot.plot({
    document,
    width,
    height: headRoom + lines.length * rowHeight + 4,
    margin: 0,
    marginLeft: labelWidth,
    marginTop: headRoom,
    marginRight: 2,
    marginBottom: 4,
    x: { type: "band", domain: columns.map(({ key }) => key), axis: null, padding: 0 },
    y: { type: "band", domain: lines, axis: null, padding: 0 },
    marks: [
      plot.text(heads, {
        x: "key",
        frameAnchor: "top",
        text: "label",
        dy: -8,
        lineAnchor: "bottom",
        fontSize: 12.5,
        fill: "var(--ink)",
      }),
      plot.text(
        groups.flatMap(({ label }, at) => (label ? [{ label, at }] : [])),
        {
          y: ({ at }) => heading(at),
          frameAnchor: "left",
          dx: -labelWidth,
          dy: 3,
          text: "label",
          textAnchor: "start",
          fontSize: 13,
          fontWeight: 650,
          fill: "var(--ink)",
        },
      ),
      plot.text(rows, {
        y: "key",
        frameAnchor: "left",
        dx: -labelWidth,
        text: "label",
        textAnchor: "start",
        fontSize: 13,
        fill: "var(--ink)",
      }),
      plot.cell(
        cells.filter(({ tone }) => tone !== null),
        { ...at, inset: 1, rx: 2, fill: ({ tone }: MatrixCell) => `var(--tone-${tone})` },
      ),
      plot.text(cells, {
        ...at,
        text: "text",
        fontSize: 12.5,
        fontVariant: "tabular-nums",
        fill: ({ tone }: MatrixCell) => (tone === null ? "var(--ink)" : `var(--on-tone-${tone})`),
      }),
      plot.text(empty, { ...at, text: () => "·", fontSize: 12, fill: "var(--quiet)" }),
    ],
  });
  const spots = new Map(lines.map((line, index) => [line, index]));
  const order = new Map(rows.map(({ key }, index) => [key, index]));
  const places = new Map(columns.map(({ key }, index) => [key, index]));
  const points = cells.map((cell): ReadingPoint => {
    const index = places.get(cell.column)!;
    return {
      x: labelWidth + (index + 0.5) * column,
      y: headRoom + (spots.get(cell.row)! + 0.5) * rowHeight,
      row: order.get(cell.row)!,
      column: index,
      text: cell.describe,
      href: null,
    };
  });
  return { svg: finish(figure, options.sentence, "matrix", null), points };
}
