import type { RawVector } from "./raw-vector.ts";

/** Which rows of a batch have a value. */
export interface Presence {
  readonly nulls: number;
  has(row: number): boolean;
  /** Takes up the rows of a vector, from one row of the batch on. */
  take(vector: RawVector, at: number): void;
  /** What Arrow is told of a batch of so many rows: how many are missing, and a bit for each row where any is. */
  told(rows: number): { readonly nullCount: number; readonly nullBitmap: Uint8Array | undefined };
}

/** Gathers which rows have a value, of a batch of at most so many rows. */
export function presence(most: number): Presence {
  let bitmap: Uint8Array | undefined;
  let nulls = 0;
  return {
    get nulls() {
      return nulls;
    },
    has: (row) => bitmap === undefined || (((bitmap[row >> 3] as number) >> (row & 7)) & 1) === 1,
    take({ rows, present }, at) {
      if (!present) return;
      for (let row = 0; row < rows; row += 1) {
        if (((present[row >> 3] as number) >> (row & 7)) & 1) continue;
        bitmap ??= new Uint8Array((most + 7) >> 3).fill(255);
        bitmap[(at + row) >> 3]! &= ~(1 << ((at + row) & 7));
        nulls += 1;
      }
    },
    told: (rows) => ({ nullCount: nulls, nullBitmap: bitmap?.subarray(0, (rows + 7) >> 3) }),
  };
}
