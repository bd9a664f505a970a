import type { Values } from "@trama/data/store";

/** One compiled question about one file. Those of a turn are sent as a list: each message costs more than what it says. */
export interface Question {
  readonly id: number;
  /** The DuckDB file, and the hash it was published with. */
  readonly file: string;
  readonly sha256: string;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What became of it. */
export type Reply =
  | { readonly id: number; readonly kind: "values"; readonly values: Values }
  /** The file is gone or is not as it was published. */
  | { readonly id: number; readonly kind: "damaged" }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };
