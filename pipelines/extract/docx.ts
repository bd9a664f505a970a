import type { RawRow, RawSheet } from "../step.ts";
import { Refused } from "./refused.ts";
import { mainPart } from "./xlsx/workbook.ts";
import { localName, parseXml } from "./xml/parse.ts";
import type { Archive } from "./zip/archive.ts";

interface Table {
  readonly name: string;
  readonly rows: RawRow[];
  /** Text of cells that reach down into the next rows, by column. */
  readonly reaching: Map<number, string | null>;
  cells: (string | null)[];
  cell: string;
  span: number;
  merge: "none" | "starts" | "continues";
  paragraphs: number;
}

/**
 * The tables of a Word report, each a sheet, and its running text as one more. A cell merged downwards says the same in
 * every row it covers; merged sideways, it stands in its first column. A table inside a cell is a sheet of its own.
 * Insertions count as accepted, deletions and what was moved away are dropped; comments and notes are not read.
 */
export async function docxSheets(archive: Archive): Promise<RawSheet[]> {
  const tables: Table[] = [];
  const open: Table[] = [];
  const prose: RawRow[] = [];
  let paragraph = "";
  let dropped = 0;
  let inText = false;

  const say = (text: string) => {
    const table = open.at(-1);
    if (dropped > 0) return;
    if (table) table.cell += text;
    else paragraph += text;
  };
  const handlers = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      const value = attributes["w:val"];
      const table = open.at(-1);
      switch (localName(name)) {
        case "tbl": {
          const made = newTable(`Table ${tables.length + 1}`);
          tables.push(made);
          open.push(made);
          break;
        }
        case "tr":
          if (table) table.cells = [];
          break;
        case "tc":
          if (table) Object.assign(table, { cell: "", span: 1, merge: "none", paragraphs: 0 });
          break;
        case "gridSpan":
          if (table) table.span = Math.min(512, Math.max(1, Number(value) || 1));
          break;
        case "gridBefore":
          if (table) for (let left = Math.min(512, Number(value) || 0); left > 0; left -= 1) table.cells.push(null);
          break;
        case "vMerge":
          if (table) table.merge = value === "restart" ? "starts" : "continues";
          break;
        case "p":
          if (table && table.paragraphs > 0) say("\n");
          if (table) table.paragraphs += 1;
          break;
        case "t":
          inText = true;
          break;
        case "tab":
          // Tab stops of a paragraph's properties are named the same, and have a position.
          if (attributes["w:pos"] === undefined) say("\t");
          break;
        case "br":
        case "cr":
          say("\n");
          break;
        case "del":
        case "moveFrom":
        case "Fallback":
          dropped += 1;
          break;
      }
    },
    text(text: string) {
      if (inText) say(text);
    },
    close(name: string) {
      const table = open.at(-1);
      switch (localName(name)) {
        case "t":
          inText = false;
          break;
        case "del":
        case "moveFrom":
        case "Fallback":
          dropped -= 1;
          break;
        case "p":
          if (!table) {
            if (paragraph.trim() !== "") prose.push({ row: prose.length + 1, cells: [paragraph.trim()] });
            paragraph = "";
          }
          break;
        case "tc":
          if (table) endCell(table);
          break;
        case "tr":
          if (table) table.rows.push({ row: table.rows.length + 1, cells: table.cells });
          break;
        case "tbl":
          open.pop();
          break;
      }
    },
  };
  const body = (await mainPart(archive)) ?? "word/document.xml";
  for await (const _ of parseXml(archive.read(body), handlers));
  if (tables.length === 0)
    throw new Refused(
      "docx.no-table",
      "holds no table, and figures are read from tables only. Put the results into a table with the column names of the template (trama template), or file the entry workbook.",
    );
  const sheets = tables.map(({ name, rows }) => sheetOf(name, rows));
  return prose.length === 0 ? sheets : [...sheets, sheetOf("Text", prose)];
}

function newTable(name: string): Table {
  return { name, rows: [], reaching: new Map(), cells: [], cell: "", span: 1, merge: "none", paragraphs: 0 };
}

function endCell(table: Table): void {
  const column = table.cells.length;
  const own = table.cell.trim() === "" ? null : table.cell.trim();
  const text = table.merge === "continues" ? (table.reaching.get(column) ?? own) : own;
  if (table.merge === "starts") table.reaching.set(column, own);
  else if (table.merge === "none") table.reaching.delete(column);
  table.cells.push(text);
  for (let left = table.span - 1; left > 0; left -= 1) table.cells.push(null);
  table.cell = "";
}

function sheetOf(name: string, rows: readonly RawRow[]): RawSheet {
  return {
    name,
    hidden: false,
    columns: "letters",
    async *rows() {
      yield rows;
    },
  };
}
