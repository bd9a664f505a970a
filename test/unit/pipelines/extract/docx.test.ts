import { describe, expect, it } from "vitest";
import { extracted } from "../../../extracted.ts";
import { documentOf } from "../../../zip.ts";

const cell = (text: string, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;

describe("a Word report", () => {
  it("gives each table as a sheet and its running text as one more", async () => {
    const body = `<w:p><w:r><w:t>We met.</w:t></w:r></w:p>${table(row(cell("a"), cell("b")), row(cell("1"), cell("")))}`;
    expect(await extracted("r.docx", documentOf(body))).toEqual({
      format: "docx",
      sheets: {
        "Table 1": [
          ["a", "b"],
          ["1", null],
        ],
        Text: [["We met."]],
      },
    });
  });

  it("repeats a cell merged downwards in every row, and keeps one merged sideways in its first column", async () => {
    const body = table(
      row(cell("collective"), cell("result"), cell("score")),
      row(cell("C1", '<w:vMerge w:val="restart"/>'), cell("ST1"), cell("3")),
      row(cell("", "<w:vMerge/>"), cell("ST2"), cell("0")),
      row(cell("total", '<w:gridSpan w:val="2"/>'), cell("3")),
    );
    expect(await extracted("r.docx", documentOf(body))).toMatchObject({
      sheets: {
        "Table 1": [
          ["collective", "result", "score"],
          ["C1", "ST1", "3"],
          ["C1", "ST2", "0"],
          ["total", null, "3"],
        ],
      },
    });
  });

  it("takes what was inserted and drops what was deleted or moved away", async () => {
    const changed =
      "<w:tc><w:p><w:ins><w:r><w:t>4</w:t></w:r></w:ins><w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>2</w:t></w:r></w:moveFrom></w:p></w:tc>";
    expect(await extracted("r.docx", documentOf(table(row(changed))))).toMatchObject({
      sheets: { "Table 1": [["4"]] },
    });
  });

  it("reads a table inside a cell as a table of its own", async () => {
    const inner = table(row(cell("inner")));
    const outer = table(row(`<w:tc><w:p><w:r><w:t>outer</w:t></w:r></w:p>${inner}<w:p/></w:tc>`));
    expect(await extracted("r.docx", documentOf(outer))).toMatchObject({
      sheets: { "Table 1": [["outer"]], "Table 2": [["inner"]] },
    });
  });

  it("is refused with the remedy when it holds no table", async () => {
    const read = await extracted("r.docx", documentOf("<w:p><w:r><w:t>Only words.</w:t></w:r></w:p>"));
    expect(read).toMatchObject({ refused: "docx.no-table", message: expect.stringMatching(/template/) });
  });
});
