import type { Format, RawRow, RawSheet } from "../step.ts";

const mark = "trama redacted copy 1";

/** What is left of a filed report after an erasure: its sheets as text, row by row, in the places where they stood. */
interface RedactedCopy {
  readonly kind: typeof mark;
  readonly format: Format;
  readonly sheets: readonly (Omit<RawSheet, "rows"> & { readonly rows: readonly RawRow[] })[];
}

/** The bytes of a redacted copy. */
export function writeRedacted(format: Format, sheets: RedactedCopy["sheets"]): Buffer {
  return Buffer.from(JSON.stringify({ kind: mark, format, sheets } satisfies RedactedCopy));
}

/** The sheets of a redacted copy, read like those of the file it was made from. */
export function readRedacted(bytes: Buffer): { readonly format: Format; readonly sheets: readonly RawSheet[] } {
  const { kind, format, sheets } = JSON.parse(bytes.toString("utf8")) as RedactedCopy;
  if (kind !== mark) throw new Error("This is no redacted copy.");
  return {
    format,
    sheets: sheets.map(({ rows, ...sheet }) => ({
      ...sheet,
      rows: async function* () {
        yield rows;
      },
    })),
  };
}
