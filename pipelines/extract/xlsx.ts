import { type CellValue, readXlsx, streamXlsxRows } from "hucre/xlsx";
import type { RawRow, RawSheet } from "../step.ts";

const batch = 1024;

/** The sheets of a workbook; rows are streamed when asked for. Throws where the workbook is broken. */
export async function xlsxSheets(bytes: Buffer): Promise<RawSheet[]> {
  const sheets: { name: string; hidden: boolean }[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      sheets.push({ name, hidden: Boolean(hidden || veryHidden) });
      return false;
    },
  });
  return sheets.map(({ name, hidden }, index) => ({
    name,
    hidden,
    columns: "letters",
    rows: () => rowsOf(bytes, index),
  }));
}

async function* rowsOf(bytes: Buffer, sheet: number): AsyncGenerator<readonly RawRow[]> {
  let rows: RawRow[] = [];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    rows.push({ row: index + 1, cells: values.map(textOf) });
    if (rows.length === batch) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}

function textOf(value: CellValue): string | null {
  if (value === null || value === "") return null;
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, "");
  return String(value);
}
