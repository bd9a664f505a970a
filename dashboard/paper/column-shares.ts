import type { TableCell } from "./blocks.ts";

/** Words longer than this are broken rather than make their column wider. */
const longestWord = 18;

/**
 * How a table's width is divided: each column gets what its longest word asks for, and what is left goes, letter by letter,
 * to the column whose longest text takes most lines. `letters` is how many letters fit into the whole width. The shares
 * sum to 1.
 */
export function columnShares(rows: readonly (readonly TableCell[])[], letters: number): number[] {
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, at) => rows.flatMap((row) => row[at] ?? []));
  const widths = columns.map((cells) => {
    const words = cells.flatMap((cell) => wordsOf(cell).map((word) => word.length));
    return Math.min(longestWord, Math.max(...words)) + 2;
  });
  const longest = columns.map((cells) => Math.max(...cells.map(({ text }) => text.length)) + 2);
  const total = () => widths.reduce((sum, width) => sum + width, 0);
  for (let left = Math.floor(letters - total()); left > 0; left -= 1) {
    const lines = widths.map((width, at) => (longest[at] as number) / width);
    const most = lines.indexOf(Math.max(...lines));
    widths[most] = (widths[most] as number) + 1;
  }
  const whole = total();
  return widths.map((width) => width / whole);
}

/** What of a cell stays in one line: a figure whole, otherwise each word; a space that binds is no end of a word. */
function wordsOf({ text, number, header }: TableCell): string[] {
  return number && header === null ? [text] : text.split(/[ \n]+/);
}
