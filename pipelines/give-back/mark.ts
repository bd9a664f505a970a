import { basename } from "node:path";
import { type CellStyle, openXlsx, type Sheet, saveXlsx, writeXlsx } from "hucre/xlsx";
import { extract } from "../extract/extract.ts";
import { bytesInput } from "../extract/input.ts";
import type { Issue, RawSheet, Severity } from "../step.ts";

export type Lang = "en" | "es" | "fr";

const fills: Readonly<Record<Exclude<Severity, "skip">, string>> = {
  error: "F8B4B4",
  quarantine: "F9D8A8",
  warning: "FDF3B0",
};
const order: readonly Severity[] = ["error", "quarantine", "warning"];

/**
 * The sender's own report with each place that needs looking at coloured, and a note that says what is wrong and what to
 * do: red rejected, orange held, yellow loaded with a caution. Nothing else changes, so it can be mended and filed again.
 * A text file comes back as a workbook. Undefined where the file is neither.
 */
export async function markReport(
  path: string,
  bytes: Buffer,
  issues: readonly Issue[],
): Promise<Uint8Array | undefined> {
  const extracted = await extract(bytesInput(basename(path), bytes));
  if ("refusal" in extracted) return undefined;
  if (extracted.format === "xlsx") return markWorkbook(bytes, issues);
  if (extracted.format === "text") return markText(extracted.sheets, issues);
  return undefined;
}

async function markWorkbook(bytes: Buffer, issues: readonly Issue[]): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, { readStyles: true });
  const lang = langOf(workbook.properties?.custom?.language);
  for (const sheet of workbook.sheets)
    markSheet(
      sheet,
      issues.filter((issue) => issue.sheet === sheet.name),
      lang,
    );
  return saveXlsx(workbook);
}

async function markText(sheets: readonly RawSheet[], issues: readonly Issue[]): Promise<Uint8Array> {
  const written = await Promise.all(
    sheets.map(async ({ name, rows: read }) => {
      const rows: (string | null)[][] = [];
      for await (const batch of read()) for (const { row, cells } of batch) rows[row - 1] = [...cells];
      const sheet = { name: name.slice(0, 31), rows: Array.from(rows, (row) => row ?? []) };
      const marked: Sheet = { ...sheet, cells: new Map() };
      markSheet(
        marked,
        issues.filter((issue) => issue.sheet === name),
        "en",
      );
      return marked;
    }),
  );
  return writeXlsx({ sheets: written.map(({ name, rows, cells }) => ({ name, rows, ...(cells ? { cells } : {}) })) });
}

function markSheet(sheet: Sheet, issues: readonly Issue[], lang: Lang): void {
  const byCell = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (issue.severity === "skip") continue;
    const key = `${issue.row - 1},${columnIndex(sheet, issue)}`;
    byCell.set(key, [...(byCell.get(key) ?? []), issue]);
  }
  if (byCell.size === 0) return;
  sheet.cells ??= new Map();
  for (const [key, found] of byCell) {
    const [row, column] = key.split(",").map(Number) as [number, number];
    const cell = sheet.cells.get(key) ?? {
      value: sheet.rows[row]?.[column] ?? null,
      type: sheet.rows[row]?.[column] ? ("string" as const) : ("empty" as const),
    };
    const worst = order.find((severity) => found.some((issue) => issue.severity === severity)) as keyof typeof fills;
    const style: CellStyle = {
      ...cell.style,
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fills[worst] } },
    };
    sheet.cells.set(key, {
      ...cell,
      style,
      comment: {
        author: "Trama",
        text: [...found.map(({ message }) => message[lang]), ...(cell.comment ? [cell.comment.text] : [])].join("\n\n"),
      },
    });
  }
}

/** Column of an issue: by its letters, by its header's text, or the first filled one of the row. */
function columnIndex(sheet: Sheet, { column, row }: Issue): number {
  const cells = sheet.rows[row - 1] ?? [];
  if (column === null)
    return Math.max(
      0,
      cells.findIndex((cell) => cell !== null && cell !== ""),
    );
  const header = sheet.rows.find((candidate) => candidate.includes(column));
  if (header) return header.indexOf(column);
  if (!/^[A-Z]{1,3}$/.test(column)) return 0;
  return [...column].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function langOf(value: unknown): Lang {
  return value === "es" || value === "fr" ? value : "en";
}
