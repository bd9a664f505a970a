import type { Period } from "@trama/data/codelists";
import type { Table } from "@trama/data/schema";
import type { Pseudonym } from "../pseudonym.ts";

/** What the report as a whole says, for rows that do not say it themselves. */
export interface Context {
  readonly project: string | null;
  readonly country: string | null;
  readonly period: Period | null;
  readonly version: number | null;
}

/** Fields of one row in our words, by key; null where the cell was blank. */
export type Values = Readonly<Record<string, unknown>>;

/** What every record of a file shares. */
export interface Filing {
  readonly report: string;
  readonly learnedAt: Date;
  readonly pseudonym: Pseudonym;
}

export interface Place {
  readonly sheet: string;
  readonly row: number;
  /** XPath of the element, where the file is XML. */
  readonly path?: string;
}

/** How rows of one kind become rows of a table. One file a kind. */
export interface RecordMap {
  readonly table: Table;
  /** Which parts of the context a row of this kind cannot do without. */
  readonly needs: readonly (keyof Context)[];
  /** Columns by which two rows of a file speak of the same thing; left out where each row stands for itself. */
  readonly identity?: readonly string[];
  /**
   * What each column is made from: keys of fields, or of the context. Columns left out are the same in every row. With it,
   * rows that agree in some fields share the columns made from them; without, each row is made by itself.
   */
  readonly madeFrom?: Readonly<Record<string, readonly string[]>>;
  readonly toRow: (values: Values, context: Context, place: Place, filing: Filing) => Record<string, unknown>;
}
