/** What fills a part of a bar: a level of the one hue, or an outline for what is not told. */
export type StackTone = 0 | 1 | 2 | 3 | 4 | "open";

/** A part of a bar, from one place of the scale to another. */
export interface StackPart {
  readonly from: number;
  readonly to: number;
  readonly tone: StackTone;
  /** Printed in the part where it fits. */
  readonly text: string;
}

/** A bar with its name, its figure in print and the sentence that is read out for it. */
export interface StackLine {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly StackPart[];
  readonly text: string;
  readonly describe: string;
}

/** Bars under their headings, on one scale. */
export interface StackSeries {
  readonly groups: readonly { readonly label: string | null; readonly lines: readonly StackLine[] }[];
  readonly domain: readonly [from: number, to: number];
  readonly ticks: readonly number[];
}

/** So many of all: the rest is an outline without a figure. */
export function partOf(count: number, all: number, tone: StackTone = 3): StackPart[] {
  return [
    { from: 0, to: count, tone, text: `${count}` },
    { from: count, to: all, tone: "open" as const, text: "" },
  ].filter(({ from, to }) => from < to);
}

/** Counts laid end to end from 0, those of nothing left out. */
export function laidOut(counts: readonly { readonly count: number; readonly tone: StackTone }[]): StackPart[] {
  let end = 0;
  return counts.flatMap(({ count, tone }) => {
    end += count;
    return count === 0 ? [] : [{ from: end - count, to: end, tone, text: `${count}` }];
  });
}

/** A scale of counts from 0 that holds all bars, with at most six whole ticks. */
export function countScale(groups: StackSeries["groups"]): StackSeries {
  const ends = groups.flatMap(({ lines }) => lines.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to])));
  const [low, high] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const step = stepFor((high - low) / 5);
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick);
  return { groups, domain: [low, high], ticks };
}

/** The next of 1, 2, 5, 10, 20 … */
function stepFor(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? 10 * power;
}
