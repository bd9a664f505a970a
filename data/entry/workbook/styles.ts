import type { CellStyle } from "hucre";

const wrapped = { vertical: "top", wrapText: true } as const;

/** How the cells of the entry workbook look; what people fill in is the only thing not locked. */
export const styles = {
  title: { font: { bold: true, size: 14 }, alignment: wrapped },
  notice: { font: { bold: true, color: { rgb: "7A1F00" } }, fill: solid("FFF1C9"), alignment: wrapped },
  purpose: { font: { italic: true, color: { rgb: "333333" } }, alignment: wrapped },
  text: { alignment: wrapped },
  bold: { font: { bold: true }, alignment: wrapped },
  headerRequired: {
    font: { bold: true, color: { rgb: "FFFFFF" } },
    fill: solid("1F4E5F"),
    alignment: wrapped,
    border: { bottom: { style: "thin", color: { rgb: "1F4E5F" } } },
  },
  headerOptional: {
    font: { bold: true, color: { rgb: "12303B" } },
    fill: solid("D6E6EC"),
    alignment: wrapped,
    border: { bottom: { style: "thin", color: { rgb: "1F4E5F" } } },
  },
  key: { font: { italic: true, size: 8, color: { rgb: "767676" } } },
  input: { protection: { locked: false } },
  inputDate: { protection: { locked: false }, numFmt: "yyyy-mm-dd" },
  /** For codes such as 2025-H1, which a spreadsheet must not turn into anything else. */
  inputText: { protection: { locked: false }, numFmt: "@" },
} as const satisfies Readonly<Record<string, CellStyle>>;

function solid(rgb: string): { type: "pattern"; pattern: "solid"; fgColor: { rgb: string } } {
  return { type: "pattern", pattern: "solid", fgColor: { rgb } };
}
