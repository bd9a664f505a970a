import { basename } from "node:path";
import type { RawSheet, Refusal } from "../step.ts";
import { csvSheets } from "./csv.ts";
import { type Format, formatOf } from "./recognise.ts";
import { xlsxSheets } from "./xlsx.ts";

export type Extracted = { readonly format: Format; readonly sheets: readonly RawSheet[] } | { readonly refusal: Refusal };

/** The sheets of a file by its content, whatever its name ends with; or why it cannot be read and what to do. */
export async function extract(path: string, bytes: Buffer): Promise<Extracted> {
  const name = basename(path);
  const format = formatOf(bytes);
  switch (format) {
    case "empty":
      return refuse("file.empty", `${name} is empty. Save the report again and file that copy.`);
    case "xls":
      return refuse("format.old-xls", `${name} is an old .xls workbook. Open it in a spreadsheet program, save it as .xlsx, and file that.`);
    case "xlsx":
      return read(format, name, () => xlsxSheets(bytes));
    case "text":
      return read(format, name, async () => csvSheets(bytes, name.replace(/\.[^.]*$/, "")) ?? []);
    case "unknown":
      return refuse("format.unknown", `${name} is no format that Trama reads. File the entry workbook (trama template), or one of the formats that trama sources lists.`);
  }
}

async function read(format: Format, name: string, sheets: () => Promise<RawSheet[]>): Promise<Extracted> {
  try {
    return { format, sheets: await sheets() };
  } catch {
    return refuse("file.broken", `${name} is damaged and cannot be opened. Open it in the program that made it, save it again, and file that copy.`);
  }
}

function refuse(code: string, message: string): Extracted {
  return { refusal: { code, message } };
}
