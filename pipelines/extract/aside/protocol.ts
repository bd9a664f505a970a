import type { Delimited } from "../csv-input.ts";

/** What the scanning thread is asked. */
export type Request =
  | { readonly kind: "scan"; readonly path: string; readonly how: Delimited; readonly places: readonly number[] }
  /** One more batch may come. */
  | { readonly kind: "more" }
  | { readonly kind: "stop" };

/** What it answers. */
export type Answer =
  | {
      readonly kind: "batch";
      readonly count: number;
      /** Row numbers, then the codes of each column. */
      readonly numbers: Int32Array;
      /** The texts that each column has met since the last batch, and whether a new dictionary begins with them. */
      readonly columns: readonly { readonly fresh: boolean; readonly texts: readonly (string | null)[] }[];
    }
  | { readonly kind: "end" }
  | { readonly kind: "refused"; readonly code: string; readonly message: string }
  | { readonly kind: "failed"; readonly message: string; readonly code: string | undefined };

/** Batches that may be under way before one has been taken. */
export const window = 128;
