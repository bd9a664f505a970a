import type { FieldKind, Words } from "@trama/data/entry";
import type { Format } from "../extract/recognise.ts";
import type { RecordKind } from "../map/records/index.ts";

/** What a column of a source may hold: as in the entry workbook, or as other publishers file it. */
export type SourceKind =
  | FieldKind
  /** Taken as it stands. */
  | { readonly kind: "text" }
  /** A number; anything else keeps its text, gives null and is flagged. */
  | { readonly kind: "lenient-number" }
  /** A country where one is named; regions and the world give null. */
  | { readonly kind: "maybe-country" };

/** How a column of the file becomes a field of a record. */
export interface FieldMap {
  readonly key: string;
  /** Spellings of the header, compared without case and accents; for `pairs`, none. */
  readonly names: readonly string[];
  readonly holds: SourceKind;
  readonly required: boolean;
  /** Takes the first group of this pattern out of the cell; no match gives an empty cell. */
  readonly take?: RegExp;
  /** Joins 'name: value' pairs of columns into one text. */
  readonly pairs?: readonly (readonly [name: string, value: string])[];
  /** Not in the file: the source's own value. */
  readonly constant?: string;
}

/** A kind of table that a source's files hold, and the records its rows become. */
export interface TableMap {
  readonly key: string;
  readonly record: RecordKind;
  readonly title: Words;
  /** Names that the sheet itself may bear. */
  readonly sheetNames: readonly string[];
  readonly fields: readonly FieldMap[];
  /** Fields that stand filled in before anybody reports: a row with nothing else is a row not filled in. */
  readonly prefilled: readonly string[];
}

/** Who files, in which format, how often, and how the columns map. */
export interface Source {
  readonly name: string;
  readonly title: Words;
  readonly cadence: string;
  readonly formats: readonly Format[];
  readonly tables: readonly TableMap[];
}
