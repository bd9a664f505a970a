import type { ComponentChildren } from "preact";
import { rowsAsCsv } from "../state/download.ts";
import type { Pooled } from "../state/pooled.ts";
import { allExact, type Row, someExact } from "../state/rows.ts";
import { type Sheet, sheetAsCsv } from "../state/sheet.ts";
import { CellsTable, type PlaceKind } from "./cells-table.tsx";
import { SheetTable } from "./sheet-table.tsx";

/** What stands beside every chart: its figures as a table and as a download, and whether they are exact or bands. */
export interface Twin {
  readonly table: () => ComponentChildren;
  readonly csv: () => string;
  /** Null where there is no figure to say it of. */
  readonly exact: boolean | "mixed" | null;
}

/** The twin of a chart of published cells. */
export function cellsTwin(
  title: string,
  rows: readonly Row[],
  by: PlaceKind,
  release: number,
  pooled?: (row: Row) => Pooled | null,
): Twin {
  return {
    table: () => <CellsTable title={title} rows={rows} by={by} pooled={pooled} />,
    csv: () => rowsAsCsv(rows, release),
    exact: rows.some((row) => row.kind === "value") ? (someExact(rows) ? "mixed" : allExact(rows)) : null,
  };
}

/** The twin of any other chart. */
export function sheetTwin(title: string, sheet: Sheet, exact: boolean | null): Twin {
  return {
    table: () => <SheetTable title={title} sheet={sheet} />,
    csv: () => sheetAsCsv(sheet),
    exact,
  };
}
