/** A cell that a spreadsheet would take for a formula: these leading characters, plain or full-width. */
const formula = /^[=+\-@|\t\r＝＋－＠｜]/;
const number = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** Writes rows as CSV (RFC 4180, with a byte-order mark so that spreadsheets read accents); formulas are defused. */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(field).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** One cell: text that could run as a formula gets a leading apostrophe, a true number stays a number. */
export function field(value: string | number | null): string {
  if (value === null) return "";
  const text = String(value);
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
