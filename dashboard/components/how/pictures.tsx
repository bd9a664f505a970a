import type { ComponentChildren } from "preact";
import type { Draw } from "../../charts/drawing.ts";
import { drawMatrix } from "../../charts/matrix.ts";
import { drawRanges } from "../../charts/ranges.ts";
import { drawStacks } from "../../charts/stacks.ts";
import type { MessageId } from "../../locales/messages.ts";
import type { MatrixSeries } from "../../state/how/matrix.ts";
import type { StackSeries } from "../../state/how/stacks.ts";
import type { HowWords } from "../../state/how/words.ts";
import type { RangeSeries } from "../../state/ranges.ts";
import { MatrixList } from "./matrix-list.tsx";
import type { HowPicture } from "./part.ts";

/** More lines than anybody reads as a picture, about four screens. */
const mostLines = 100;

/** Counts as bars, with one of the ways to write the scale. */
export function barsPicture(
  title: MessageId,
  series: StackSeries,
  { translator: { t, number, percent } }: HowWords,
  legend: ComponentChildren,
  scale: "counts" | "shares" | "years" = "counts",
): HowPicture | null {
  const lines = series.groups.reduce((sum, group) => sum + group.lines.length, 0);
  if (lines > mostLines) return null;
  const tick = {
    counts: (value: number) => number([Math.abs(value), Math.abs(value)]),
    shares: (value: number) => percent([value, value]),
    years: (value: number) => `${value}`,
  }[scale];
  const options = { sentence: t("how.sentence", { title: t(title), lines }), tick };
  const draw: Draw = (place, width) => drawStacks(place, series, { ...options, width });
  return { draw, legend };
}

/** Levels or changes as points with what they are set beside. */
export function rangesPicture(
  title: MessageId,
  series: RangeSeries,
  { translator: { t, points } }: HowWords,
  legend: ComponentChildren,
  scale: "levels" | "changes",
): HowPicture | null {
  const lines = series.groups.reduce((sum, group) => sum + group.items.length, 0);
  if (lines > mostLines) return null;
  const tick = scale === "levels" ? (value: number) => `${value}` : (value: number) => points([value, value]);
  const options = { sentence: t("how.sentence", { title: t(title), lines }), tick };
  const draw: Draw = (place, width) => drawRanges(place, series, { ...options, width });
  return { draw, legend };
}

/** Scores as squares; a list on a narrow screen. */
export function squaresPicture(
  title: MessageId,
  series: MatrixSeries,
  { translator: { t } }: HowWords,
  legend: ComponentChildren,
): HowPicture | null {
  const lines = series.groups.reduce((sum, group) => sum + group.rows.length, 0);
  if (lines > mostLines) return null;
  const options = { sentence: t("how.sentence", { title: t(title), lines }) };
  const draw: Draw = (place, width) => drawMatrix(place, series, { ...options, width });
  return { draw, legend, narrow: () => <MatrixList series={series} /> };
}
