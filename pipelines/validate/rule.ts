import type { Words } from "@trama/data/entry";
import type { Context, RecordKind, Values } from "../map/records/index.ts";
import type { SourceKind } from "../sources/source.ts";
import type { Severity } from "../step.ts";

interface Said {
  /** Stable: stores, answers and documents refer to it. */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, for the person who must act. `{row}` and the like are filled in. */
  readonly message: Words;
  /** What to do about it. */
  readonly remedy: Words;
}

/** Holds of the text of one cell, given what its column may hold. */
export interface CellRule extends Said {
  readonly on: "cell";
  readonly holds: (text: string | null, cell: { readonly holds: SourceKind; readonly required: boolean }) => boolean;
}

/** Holds of a row whose cells have all been read. */
export interface RowRule extends Said {
  readonly on: "row";
  readonly records: readonly RecordKind[];
  /** The field to point at. */
  readonly field: string;
  /** The fields that `holds` looks at, apart from the context: rows that agree in them need asking once. */
  readonly reads: readonly string[];
  readonly holds: (values: Values, context: Context, learnedAt: Date) => boolean;
}

/** Looked at over a whole file or sheet, where the step that looks says whether it holds. */
export interface FileRule extends Said {
  readonly on: "file";
}

/** Compares a loaded report with what was loaded before. */
export interface StoreRule extends Said {
  readonly on: "store";
  /** The field to point at. */
  readonly field: string;
  /**
   * A query over the working store that gives the rows that break the rule: `sheet`, `row` and the message's details.
   * `$report` is the report at hand, `$published` the ledger's line of the last publication (0 before the first).
   */
  readonly breaks: string;
  /**
   * Given where the rows of one report alone can break it, so that it is asked of the first report too: a query, cheap
   * however large the report, that finds nothing where none of its rows is of the kind that can.
   */
  readonly within?: string;
}

export type Rule = CellRule | RowRule | FileRule | StoreRule;
