import type { Cell, CellStyle, CellValue, SheetProtection, WriteSheet } from "hucre";
import type { Lang } from "../../codelists/index.ts";
import { sheets } from "../index.ts";
import { referenceSheets } from "../reference-sheets.ts";
import { listColumns } from "./lists.ts";
import { resultCodes, resultText } from "./result-texts.ts";
import { styles } from "./styles.ts";
import { texts } from "./texts.ts";

/** Locks what is not for input. There is no password: it prevents slips, not intent. */
export const protection: SheetProtection = { sheet: true, objects: true, scenarios: true };

/** The first sheet: how to fill in the others. */
export function instructionsSheet(lang: Lang, stamp: string, notice?: string): WriteSheet {
  const words = texts[lang];
  const lines: (readonly [text: string, style: CellStyle, height: number])[] = [
    ...(notice ? ([[notice, styles.notice, 48]] as const) : []),
    [words.title, styles.title, 24],
    [stamp, styles.purpose, 18],
    ...words.guidance.map((text, i) => [`${i + 1}. ${text}`, styles.text, 48] as const),
    [words.colours, styles.text, 20],
    ...sheets.map((sheet) => [`${sheet.name[lang]}: ${sheet.purpose[lang]}`, styles.text, 32] as const),
  ];
  return {
    name: referenceSheets.instructions[lang],
    columns: [{ width: 110 }],
    cells: new Map(lines.map(([value, style], row) => [`${row},0`, { value, style }])),
    rowDefs: new Map(lines.map(([, , height], row) => [row, { height }])),
    view: { showGridLines: false },
    protection,
  };
}

/** What each score means for each result, for reading. */
export function anchorsSheet(lang: Lang, notice?: string): WriteSheet {
  const words = texts[lang];
  const [code, label, definition, verification] = words.anchorsHeader;
  const header = [code, label, definition, "0", "1", "2", "3", "4", verification];
  const rows: CellValue[][] = [
    [topLine(words.anchorsPurpose, notice)],
    header,
    ...resultCodes.map((result) => {
      const text = resultText(result, lang);
      if (!text) throw new Error(`The framework has no text for ${result}.`);
      return [text.code, text.label, text.definition, ...text.anchors, text.verification.join("\n")];
    }),
  ];
  return {
    name: referenceSheets.anchors[lang],
    columns: [8, 24, 40, 30, 30, 30, 36, 36, 40].map((width) => ({ width })),
    cells: styled(rows, (row) =>
      row === 0 ? (notice ? styles.notice : styles.purpose) : row === 1 ? styles.headerOptional : styles.text,
    ),
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: header.length - 1 }],
    rowDefs: new Map([[0, { height: notice ? 48 : 32 }]]),
    freezePane: { rows: 2, columns: 2 },
    protection: { ...protection, formatColumns: true, formatRows: true },
  };
}

/** The hidden sheet behind the long drop-downs. */
export function listsSheet(lang: Lang, notice?: string): WriteSheet {
  const columns = listColumns(lang);
  const longest = Math.max(...columns.map((column) => column.length));
  const rows: CellValue[][] = [[topLine(texts[lang].listsPurpose, notice)]];
  for (let row = 0; row < longest; row += 1) rows.push(columns.map((column) => column[row] ?? null));
  return {
    name: referenceSheets.lists[lang],
    rows,
    columns: columns.map(() => ({ width: 30 })),
    hidden: true,
    protection,
  };
}

function topLine(purpose: string, notice: string | undefined): string {
  return notice ? `${notice}\n${purpose}` : purpose;
}

function styled(rows: readonly CellValue[][], styleOf: (row: number) => CellStyle): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries()) cells.set(`${row},${column}`, { value, style: styleOf(row) });
  }
  return cells;
}
