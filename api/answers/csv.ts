import type { Column } from "./table.ts";

/** What a spreadsheet would take for a formula at the head of a cell, full-width forms included. */
const formula = /^[=+\-@|\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Columns as CSV (RFC 4180, UTF-8): text that a spreadsheet would run is disarmed, numbers are left alone. */
export function csvOf(columns: readonly Column[]): string {
  const count = columns[0]?.values.length ?? 0;
  const lines = [columns.map(({ name }) => name).join(",")];
  for (let row = 0; row < count; row += 1)
    lines.push(columns.map(({ values }) => cellOf(values[row] ?? null)).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function cellOf(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
