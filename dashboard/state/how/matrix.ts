/** A square of a matrix. */
export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly text: string;
  /** The level that colours it, 0-4; null where it is no score. */
  readonly tone: 0 | 1 | 2 | 3 | 4 | null;
  readonly describe: string;
}

/** Lines under their headings, crossed with columns. What has no square is a dot. */
export interface MatrixSeries {
  readonly groups: readonly {
    readonly label: string | null;
    readonly rows: readonly { readonly key: string; readonly label: string }[];
  }[];
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly cells: readonly MatrixCell[];
}

/** The level that a middle score is coloured by: its lower end; null without one. */
export function toneOf([lower]: readonly (number | null)[]): MatrixCell["tone"] {
  return lower === null || lower === undefined ? null : (Math.min(4, Math.max(0, Math.floor(lower))) as 0);
}
