import { entryRows } from "../reference-sheets.ts";
import { changeParts } from "./package.ts";

/**
 * Two things the writer has no option for: cells below the last row are open for input (a style on the column instead
 * of thousands of styled blank cells), and notes are large enough to be read (it draws every note 108 by 59 points).
 */
export function finish(bytes: Uint8Array, entrySheetNumbers: ReadonlySet<number>): Uint8Array {
  return changeParts(bytes, (path, text) => {
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path);
    if (sheet && entrySheetNumbers.has(Number(sheet[1]))) return openColumns(text());
    if (path.startsWith("xl/drawings/vmlDrawing")) return enlargeNotes(text());
    return undefined;
  });
}

function openColumns(xml: string): string {
  const styleOf = new Map<number, string>();
  for (const [, letter, style] of xml.matchAll(
    new RegExp(`<c r="([A-Z])${entryRows.data}"(?: t="[a-z]+")? s="(\\d+)"`, "g"),
  )) {
    styleOf.set(letter!.charCodeAt(0) - 64, style!);
  }
  return xml.replace(/<col min="(\d+)"/g, (whole, number: string) => {
    const style = styleOf.get(Number(number));
    return style === undefined ? whole : `${whole} style="${style}"`;
  });
}

function enlargeNotes(vml: string): string {
  return vml.replace(/<v:shape id=.*?<\/v:shape>/gs, (shape) => {
    const row = Number(/<x:Row>(\d+)</.exec(shape)?.[1]);
    const column = Number(/<x:Column>(\d+)</.exec(shape)?.[1]);
    const isHeader = row < entryRows.data - 1;
    const [width, height, columns, rows] = isHeader ? [220, 95, 3, 4] : [400, 300, 5, 20];
    return shape
      .replace(/width:108pt;height:59\.25pt/, `width:${width}pt;height:${height}pt`)
      .replace(/<x:Anchor>[^<]*</, `<x:Anchor>${column + 1},15,${row},2,${column + 1 + columns},31,${row + rows},4<`);
  });
}
