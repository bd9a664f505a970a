import { csvOf } from "./csv.ts";
import type { RowKind } from "./rows.ts";

/** The table twin of a chart, as it is read and as it is downloaded: the same rows twice, once in words, once as data. */
export interface Sheet {
  readonly columns: readonly { readonly label: string; readonly number?: boolean }[];
  readonly rows: readonly {
    readonly key: string;
    readonly kind: RowKind;
    /** One text a column; the first names the row. */
    readonly cells: readonly string[];
    /** One value a name of `header`. */
    readonly data: readonly (string | number | null)[];
  }[];
  /** Names of the download's columns, as the API says them. */
  readonly header: readonly string[];
}

/** The rows shown, and no others, as CSV. */
export function sheetAsCsv({ header, rows }: Sheet): string {
  return csvOf(
    header,
    rows.map(({ data }) => data),
  );
}
