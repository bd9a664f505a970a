import { localName } from "../xml/parse.ts";
import type { Archive } from "../zip/archive.ts";
import { readPart } from "./workbook.ts";

/** Which cell styles of a workbook show a number as a date or time. */
export async function dateStyles(archive: Archive, part: string): Promise<Set<number>> {
  const dateFormats = new Set<number>();
  const formats: number[] = [];
  let inCellStyles = false;
  await readPart(archive, part, {
    open(name, attributes) {
      const local = localName(name);
      if (local === "numFmt" && isDateFormat(attributes.formatCode ?? "")) dateFormats.add(Number(attributes.numFmtId));
      if (local === "cellXfs") inCellStyles = true;
      if (local === "xf" && inCellStyles) formats.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (localName(name) === "cellXfs") inCellStyles = false;
    },
  });
  return new Set(formats.flatMap((id, style) => (builtInDate(id) || dateFormats.has(id) ? [style] : [])));
}

/** Formats that every spreadsheet program knows by number. */
function builtInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** A format with a letter of dates or times, outside quoted text, colours, conditions and escapes. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return !/general/i.test(bare) && /[dmyhs]/i.test(bare);
}

const day = 86_400_000;

/** A spreadsheet's serial number as an ISO date, with its time of day unless that is midnight. */
export function dateOfSerial(serial: number, from1904: boolean): string {
  // Spreadsheets believe in 29 February 1900: numbers before it are one day off.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const date = new Date(epoch + Math.round(serial * day));
  if (Number.isNaN(date.getTime())) return String(serial);
  return date.toISOString().replace(/T00:00:00\.000Z$/, "");
}
