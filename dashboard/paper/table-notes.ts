import type { Block, TableBlock, TableCell } from "./blocks.ts";

/** A text longer than this, in letters, makes the rows of a table tall. */
const shortest = 30;
/** What stands between the remarks of one cell. */
const between = "; ";

/**
 * A table whose last column holds long remarks that come again and again has them numbered there and told once below
 * it. It is left as it is where the remarks are short, or where fewer than half of them come again; a last column that
 * remarks nothing is left out.
 */
export function withNotes(table: TableBlock): Block[] {
  if (table.rows.length > 0 && table.rows.every((row) => row.at(-1)?.text === "" && row.at(-1)?.number === false))
    return [{ ...table, head: table.head.slice(0, -1), rows: table.rows.map((row) => row.slice(0, -1)) }];
  const texts = table.rows.flatMap((row) => (isRemark(row.at(-1)) ? [row.at(-1)?.text ?? ""] : []));
  const remarks = texts.flatMap((text) => text.split(between));
  const notes = [...new Set(remarks)];
  if (!texts.some((text) => text.length > shortest) || notes.length * 2 > remarks.length) return [table];
  const numbered = (cell: TableCell): TableCell => {
    const numbers = cell.text.split(between).map((remark) => notes.indexOf(remark) + 1);
    return { ...cell, text: numbers.sort((a, b) => a - b).join(", ") };
  };
  const rows = table.rows.map((row) =>
    row.map((cell, at) => (at === row.length - 1 && isRemark(cell) ? numbered(cell) : cell)),
  );
  const runs = notes.flatMap((remark, at) => [
    { text: `${at > 0 ? "   " : ""}${at + 1}\u00a0`, strong: true },
    { text: remark, strong: false },
  ]);
  return [
    { ...table, rows },
    { kind: "paragraph", runs, tone: "quiet" },
  ];
}

function isRemark(cell: TableCell | undefined): cell is TableCell {
  return cell !== undefined && cell.header === null && !cell.number && cell.text !== "";
}
