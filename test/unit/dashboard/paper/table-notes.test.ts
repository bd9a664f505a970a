import { describe, expect, it } from "vitest";
import type { TableBlock } from "../../../../dashboard/paper/blocks.ts";
import { columnShares } from "../../../../dashboard/paper/column-shares.ts";
import { withNotes } from "../../../../dashboard/paper/table-notes.ts";

const open = "the published bands leave the direction open";
const overlap = "intervals overlap: no ranking";
const head = ["Result", "Points", "Cautions"].map((text) => ({ text, header: "column" as const, number: false }));
const row = (name: string, points: string, remarks: string) => [
  { text: name, header: "row" as const, number: false },
  { text: points, header: null, number: true },
  { text: remarks, header: null, number: false },
];
const table = (...rows: TableBlock["rows"]): TableBlock => ({ kind: "table", caption: "Changes", head, rows });

describe("a table on paper", () => {
  it("tells once what its rows remark again and again, and numbers it in their cells", () => {
    const both = `${open}; ${overlap}`;
    const [noted, notes, ...more] = withNotes(
      table(row("A", "1", both), row("B", "2", overlap), row("C", "3", ""), row("D", "4", both)),
    );
    expect(more).toEqual([]);
    if (noted?.kind !== "table" || notes?.kind !== "paragraph") throw new Error("A table and its notes are due.");
    expect(noted.rows.map((cells) => cells.at(-1)?.text)).toEqual(["1, 2", "2", "", "1, 2"]);
    expect(notes.runs.map(({ text }) => text.trim())).toEqual(["1", open, "2", overlap]);
  });

  it("keeps remarks that are short, or each said once", () => {
    const short = table(row("A", "1", "few"), row("B", "2", "few"));
    const once = table(row("A", "1", open), row("B", "2", `${overlap} as yet`));
    expect(withNotes(short)).toEqual([short]);
    expect(withNotes(once)).toEqual([once]);
  });

  it("leaves out a last column that remarks nothing, never one of figures", () => {
    const [bare] = withNotes(table(row("A", "1", ""), row("B", "2", "")));
    expect(bare?.kind === "table" && [bare.head.length, ...bare.rows.map(({ length }) => length)]).toEqual([2, 2, 2]);
    const figures: TableBlock = { ...table(), head: head.slice(0, 2), rows: [row("A", "", "").slice(0, 2)] };
    expect(withNotes(figures)).toEqual([figures]);
  });

  it("gives a figure room for one line, and words room for the longest of them", () => {
    const rows = [row("a long name of a result", "−18 to +18", "1")];
    const [name = 0, figure = 0, remark = 0] = columnShares([head, ...rows], 31).map((share) => share * 31);
    expect(figure).toBeGreaterThanOrEqual("−18 to +18".length);
    expect(name).toBeGreaterThanOrEqual("result".length);
    expect(remark).toBeGreaterThanOrEqual("Cautions".length);
  });
});
