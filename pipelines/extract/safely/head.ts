import type { RawRow, RawSheet } from "../../step.ts";

/** The first rows of a sheet, and whether they are all of it. Most sheets are read whole in this way, and once. */
export interface SheetHead {
  readonly name: string;
  readonly hidden: boolean;
  readonly columns: RawSheet["columns"];
  readonly header?: readonly string[];
  readonly decimalComma?: boolean;
  readonly rows: readonly RawRow[];
  readonly whole: boolean;
}

const mostRows = 1_000;
const mostCells = 40_000;

/** Reads the head of a sheet: at most about 1,000 rows or 40,000 cells, in whole batches. */
export async function headOfSheet({ rows, ...about }: RawSheet): Promise<SheetHead> {
  const head: RawRow[] = [];
  let cells = 0;
  for await (const batch of rows()) {
    if (head.length > 0 && (head.length + batch.length > mostRows || cells > mostCells))
      return { ...about, rows: head, whole: false };
    head.push(...batch);
    for (const row of batch) cells += row.cells.length;
  }
  return { ...about, rows: head, whole: true };
}

/** A sheet whose head is known: a whole one is read from memory, another from its start by the given reader. */
export function sheetOfHead(
  { rows, whole, ...about }: SheetHead,
  read: () => AsyncIterable<readonly RawRow[]>,
): RawSheet {
  return {
    ...about,
    async *rows() {
      if (whole) yield rows;
      else yield* read();
    },
  };
}
