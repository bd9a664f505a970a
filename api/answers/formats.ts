import type { Format } from "../contract/index.ts";
import { arrowOf } from "./arrow.ts";
import { csvOf } from "./csv.ts";
import { type KeptPart, keptJson } from "./kept-json.ts";
import { parquetOf } from "./parquet.ts";
import type { Column } from "./table.ts";

/** An answer before it is written: the JSON object, and its rows as columns where it is a table. */
export interface Answer {
  readonly json: object;
  /** The lists in it whose rows lie in memory for longer, so that their bytes are kept too: by name, part by part. */
  readonly kept?: Readonly<Record<string, readonly KeptPart[]>>;
  readonly columns?: () => readonly Column[];
}

/** Each format as HTTP names it. */
export const mediaTypes = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  arrow: "application/vnd.apache.arrow.stream",
  parquet: "application/vnd.apache.parquet",
} as const satisfies Record<Format, string>;

/** The bytes of an answer in the format asked for, and what they are; JSON where the answer is no table. */
export function bytesOf(format: Format, answer: Answer): { body: Uint8Array<ArrayBuffer>; type: string } {
  const chosen = answer.columns ? format : "json";
  return { body: written(chosen, answer), type: mediaTypes[chosen] };
}

function written(format: Format, { json, kept, columns = () => [] }: Answer): Uint8Array<ArrayBuffer> {
  switch (format) {
    case "json":
      return kept ? keptJson({ ...json }, kept) : new TextEncoder().encode(JSON.stringify(json));
    case "csv":
      return new TextEncoder().encode(csvOf(columns()));
    case "arrow":
      return new Uint8Array(arrowOf(columns()));
    case "parquet":
      return parquetOf(columns());
  }
}

/** The format that an Accept header asks for; JSON where it names none of ours. */
export function accepted(header: string | undefined): Format {
  if (!header) return "json";
  if (header.includes(mediaTypes.arrow)) return "arrow";
  if (header.includes(mediaTypes.parquet)) return "parquet";
  return header.includes("text/csv") && !header.includes("application/json") ? "csv" : "json";
}
