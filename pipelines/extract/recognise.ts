/** What a file is by its bytes; its name is not asked. */
export type Format = "empty" | "xlsx" | "xls" | "text" | "unknown";

const zip = Buffer.from("PK\u0003\u0004", "latin1");
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

export function formatOf(bytes: Buffer): Format {
  if (bytes.length === 0) return "empty";
  if (bytes.subarray(0, compound.length).equals(compound)) return "xls";
  if (bytes.subarray(0, zip.length).equals(zip)) return bytes.includes("xl/workbook.xml") ? "xlsx" : "unknown";
  if (/^\s*[<{[]/.test(bytes.subarray(0, 64).toString("latin1").replace("\u00EF\u00BB\u00BF", ""))) return "unknown";
  return isText(bytes.subarray(0, 4096)) ? "text" : "unknown";
}

/** Text has no control characters but tabs and line ends; UTF-16 shows by its mark or by nulls on one side only. */
function isText(head: Buffer): boolean {
  const wide = head[0] === 0xff || head[0] === 0xfe || (head.length > 3 && (head[1] === 0 || head[0] === 0));
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13 || byte === 12 || (wide && byte === 0));
}
