import { load, type Spread } from "./measure.ts";

/** One line of the report: ours against another in the same run, or a figure with a bound of its own. */
export interface Figure {
  /** The heading that it stands under. */
  readonly part: string;
  /** What was done, with its size. */
  readonly what: string;
  readonly unit: "ms" | "s" | "MB" | "MB/s" | "rows/s" | "requests/s" | "bytes" | "queries";
  readonly ours: Spread;
  readonly against?: { readonly name: string; readonly value: Spread };
  /** Ours divided by the other, or the other by ours, pair by pair: what the aim speaks of. */
  readonly ratio?: Spread;
  readonly aim?: Aim;
  readonly note?: string;
  /** Processes that wanted a core while it was measured. */
  readonly load: number;
}

/** A bound on the ratio where there is one, else on our own median. */
export type Aim =
  | { readonly kind: "ratio-at-most" | "ratio-at-least" | "at-most" | "at-least"; readonly bound: number }
  /** A ratio of at most so much, or so many milliseconds more than the other: the larger. */
  | { readonly kind: "ratio-or-more"; readonly bound: number; readonly more: number };

/** Whether the aim is met by the medians; undefined where there is none. */
export function isMet({ ours, against, ratio, aim }: Figure): boolean | undefined {
  if (!aim) return undefined;
  const found = ratio?.median ?? Number.NaN;
  switch (aim.kind) {
    case "ratio-at-most":
      return found <= aim.bound;
    case "ratio-at-least":
      return found >= aim.bound;
    case "at-most":
      return ours.median <= aim.bound;
    case "at-least":
      return ours.median >= aim.bound;
    case "ratio-or-more":
      return found <= aim.bound || ours.median - (against?.value.median ?? 0) <= aim.more;
  }
}

const mark = "figure ";

/** Says a figure to whoever started the bench, on a line of its own. */
export function tell(figure: Omit<Figure, "load">): void {
  console.log(`${mark}${JSON.stringify({ ...figure, load: load() } satisfies Figure)}`);
}

/** The figure that a line of a bench tells; undefined where it is any other line. */
export function told(line: string): Figure | undefined {
  return line.startsWith(mark) ? (JSON.parse(line.slice(mark.length)) as Figure) : undefined;
}
