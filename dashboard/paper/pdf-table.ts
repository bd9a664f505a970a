import type { TableBlock, TableCell } from "./blocks.ts";
import { columnShares } from "./column-shares.ts";
import type { Look, Pen, Structure } from "./pen.ts";

const size = 7.5;
const padding = 3;

/** Draws a table with its caption; where it goes on to another page its head is drawn again, for the eye alone. */
export function drawTable({ caption, head, rows }: TableBlock, parent: Structure, pen: Pen): void {
  const { document } = pen;
  const { left, right } = document.page.margins;
  const whole = document.page.width - left - right;
  const widths = columnShares([head, ...rows], whole / (size * 0.6)).map((share) => share * whole);
  const heightOf = (row: readonly TableCell[]) =>
    2 * padding +
    Math.max(
      ...row.map(({ text, header }, at) =>
        pen.heightOf(text, header ? "strong" : "text", size, (widths[at] as number) - 2 * padding),
      ),
    );
  const drawRow = (row: readonly TableCell[], drawCell: (cell: TableCell, look: Look) => void) => {
    const [y, height] = [document.y, heightOf(row)];
    row.forEach((cell, at) => {
      const before = widths.slice(0, at).reduce((sum, width) => sum + width, left);
      document.y = y + padding;
      const width = (widths[at] as number) - 2 * padding;
      drawCell(cell, { size, colour: "#1c2625", x: before + padding, width, align: cell.number ? "right" : "left" });
    });
    const bottom = y + height;
    pen.artifact("Layout", () => {
      document
        .moveTo(left, bottom)
        .lineTo(document.page.width - right, bottom)
        .lineWidth(0.5)
        .stroke("#dfdcd2");
    });
    document.x = left;
    document.y = bottom;
  };
  const [first] = rows;
  pen.room(30 + heightOf(head) + (first ? heightOf(first) : 0));
  const table = pen.part(parent, "Table");
  if (caption) {
    const words = pen.part(table, "Caption");
    pen.text(words, [{ text: caption, strong: false }], { size: 8.5, colour: "#566361" });
    words.end();
    document.moveDown(0.3);
  }
  for (const row of [head, ...rows]) {
    if (pen.room(heightOf(row) + 2))
      drawRow(head, ({ text }, look) => pen.artifact("Pagination", () => pen.words(text, "strong", look)));
    const inTable = pen.part(table, "TR");
    drawRow(row, ({ text, header }, look) => {
      const scope = header === "row" ? "Row" : "Column";
      const cell = header ? pen.part(inTable, "TH", { scope }) : pen.part(inTable, "TD");
      pen.text(cell, [{ text: text || " ", strong: header !== null }], look);
      cell.end();
    });
    inTable.end();
  }
  table.end();
  document.moveDown(1);
}
