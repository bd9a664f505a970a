import type { Delimited } from "../csv-input.ts";

/** What the scanning thread is asked. */
export type Request =
  | {
      readonly kind: "scan";
      readonly path: string;
      readonly how: Delimited;
      readonly groups: readonly (readonly number[])[];
    }
  /** Batches of so many bytes have been taken. */
  | { readonly kind: "taken"; readonly bytes: number }
  /** Nothing more will be asked, and what is being scanned is not waited for. */
  | { readonly kind: "end" };

/** What it answers. */
export type Answer =
  | {
      readonly kind: "batch";
      readonly count: number;
      /** What it takes in memory, about. */
      readonly bytes: number;
      /** Row numbers, then the codes of each group. */
      readonly numbers: Int32Array;
      /** The texts that each column has met since the last batch, and whether a new dictionary begins with them. */
      readonly columns: readonly { readonly fresh: boolean; readonly texts: readonly (string | null)[] }[];
      /** The combinations that each group has met since the last batch, in codes of its columns. */
      readonly groups: readonly { readonly round: number; readonly combinations: Int32Array }[];
    }
  | { readonly kind: "end" }
  | { readonly kind: "refused"; readonly code: string; readonly message: string }
  | { readonly kind: "failed"; readonly message: string; readonly code: string | undefined };

/** Bytes that may be under way, so that neither thread waits for the other's turn and memory stays bounded. */
export const underWay = 4 << 20;
/** Bytes that are taken before that is said: each word to another thread costs a call of the system. */
export const turn = 1 << 17;
