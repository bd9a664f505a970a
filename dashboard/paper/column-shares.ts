import type { TableCell } from "./blocks.ts";

/** Words longer than this are broken rather than make their column wider. */
const longestWord = 18;

/**
 * How a table's width is divided: each column gets what its longest word asks for, and long texts share the rest.
 * `letters` is how many letters fit into the whole width. The shares sum to 1.
 */
export function columnShares(rows: readonly (readonly TableCell[])[], letters: number): number[] {
  const columns = rows[0]?.length ?? 0;
  const textsOf = (at: number) => rows.map((row) => row[at]?.text ?? "");
  const least = Array.from({ length: columns }, (_, at) => {
    const words = textsOf(at).flatMap((text) => text.split(/\s+/).map((word) => word.length));
    return Math.min(longestWord, Math.max(...words)) + 2;
  });
  const wishes = Array.from({ length: columns }, (_, at) =>
    Math.sqrt(1 + Math.max(...textsOf(at).map((text) => text.length))),
  );
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const rest = Math.max(0, letters - total(least));
  const wide = least.map((width, at) => width + (rest * (wishes[at] as number)) / total(wishes));
  return wide.map((width) => width / total(wide));
}
