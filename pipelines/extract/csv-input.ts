import type { CodedRows } from "../step.ts";
import { columnsOf, grouped } from "./csv-groups.ts";
import { type ScannedRows, scanRows, type Wanted } from "./csv-scan.ts";
import type { Encoding } from "./encoding.ts";
import type { Input } from "./input.ts";

/** How a text file writes its table: in which encoding, with which bytes between cells and after rows. */
export interface Delimited {
  readonly encoding: Encoding;
  readonly delimiter: number;
  readonly lineEnd: number;
}

/** Gives groups of columns of a delimited file, by their places, coded. */
export type Scan = (input: Input, how: Delimited, groups: readonly (readonly number[])[]) => AsyncIterable<CodedRows>;

/** Scans where it is asked for. */
export const scanHere: Scan = (input, how, groups) => {
  const { places, columns } = columnsOf(groups);
  return grouped(scanInput(input, how, places), columns);
};

/** Scans a delimited file where it is asked for. */
export function scanInput(
  input: Input,
  { encoding, delimiter, lineEnd }: Delimited,
  wanted: Wanted,
): AsyncGenerator<ScannedRows> {
  return scanRows(asUtf8(input.chunks(), encoding), delimiter, lineEnd, wanted);
}

/** The bytes of the text in UTF-8. */
async function* asUtf8(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === "utf-8") return yield* chunks;
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
