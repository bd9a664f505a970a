import { dateOfSerial } from "./styles.ts";
import { unescaped, type Workbook } from "./workbook.ts";

/** Stands for a formula whose result the program that wrote the workbook did not save. */
export const notCalculated = "#NOT-CALCULATED!";

/** What a sheet says of one cell. */
export interface Cell {
  /** Its type as the file names it; "" where it names none. */
  readonly kind: string;
  /** Number of its style; -1 where it has none. */
  readonly style: number;
  readonly formula: boolean;
  /** Its value; undefined where it has none, which is not the same as an empty one. */
  readonly value: string | undefined;
  /** Text that stands in the cell itself. */
  readonly text: string;
}

/** The text of a cell, null where it is blank. */
export function cellText({ kind, style, formula, value, text }: Cell, workbook: Workbook): string | null {
  if (kind === "inlineStr") return unescaped(text) || null;
  if (value === undefined || value === "") {
    // A text can be empty, a number cannot: some libraries write formulas with an empty value.
    const told = value !== undefined && kind !== "" && kind !== "n";
    return formula && !told ? notCalculated : null;
  }
  switch (kind) {
    case "s":
      return workbook.strings[Number(value)] || null;
    case "str":
      return unescaped(value);
    case "b":
      return value.trim() === "1" ? "true" : "false";
    case "e":
      return value;
    case "d":
      return value.replace(/T00:00:00(\.0+)?Z?$/, "");
  }
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return workbook.dates.has(style) ? dateOfSerial(number, workbook.from1904) : String(number);
}
