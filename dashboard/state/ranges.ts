import type { RowKind } from "./rows.ts";

type Ends = readonly [lo: number, hi: number];

/** A line of a range chart. Every part that is null is not drawn; a withheld line is hatched. */
export interface RangeItem {
  readonly key: string;
  readonly label: string;
  readonly kind: RowKind;
  /** Where the figure lies; both ends are the same where it is exact. */
  readonly band: Ends | null;
  /** How sure it is. */
  readonly interval: Ends | null;
  /** What it is set beside, such as the region's band. */
  readonly other: Ends | null;
  /** Where the same collectives stood before, drawn as a ring with a line to where they stand. */
  readonly from?: number | null;
  /** Whether the figure leaves open what the chart asks, so that it steps back. */
  readonly faint?: boolean;
  /** The figure as it is printed at the end of the line. */
  readonly text: string;
  readonly describe: string;
  readonly href: string | null;
}

/** Lines under their headings, on one scale. */
export interface RangeSeries {
  readonly groups: readonly { readonly label: string | null; readonly items: readonly RangeItem[] }[];
  readonly domain: Ends;
  readonly ticks: readonly number[];
}

/** What is printed where there is no figure. */
export const kindSign = { withheld: "[c]", "no-data": "[x]", "not-applicable": "[z]", unscored: "n=0" } as const;
