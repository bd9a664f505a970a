import type { MissingCode } from "@trama/data/codelists";
import type { FieldKind, Words } from "@trama/data/entry";
import type { Format } from "../step.ts";

/** What a row of a table becomes; map/records has a file for each. */
export type RecordKind =
  | "project"
  | "collective"
  | "observation"
  | "target"
  | "funding"
  | "local-indicator"
  | "framework-score"
  | "action"
  | "tie"
  | "pressure"
  | "outcome"
  | "published-result"
  | "published-activity"
  | "published-dimension";

/** What a column of a source may hold: as in the entry workbook, or as other publishers file it. */
export type SourceKind =
  | FieldKind
  /** Taken as it stands. */
  | { readonly kind: "text" }
  /** A number; anything else keeps its text, gives null and is flagged. */
  | { readonly kind: "lenient-number" }
  /** A code of the list; anything else is told and becomes `unknown`. */
  | { readonly kind: "maybe-code"; readonly list: string }
  /** A year where one is named; anything else gives null. */
  | { readonly kind: "maybe-year" }
  /** A result of our own framework where its code is named; the codes of others give null. */
  | { readonly kind: "maybe-result" }
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
  /** Whether what this row reports is a statement, so that words where a number could stand are nothing to tell. */
  readonly isStatement?: (values: Readonly<Record<string, unknown>>) => boolean;
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
  /** Header columns knowingly not read; "others" for all that no field names. */
  readonly leaves: readonly string[] | "others";
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
  /**
   * Words and numbers by which the source says why a figure is missing, compared without case. They are read so in
   * scores and figures only, and never become a number; a source that declares none has none.
   */
  readonly missing?: Readonly<Record<string, MissingCode>>;
}
