import type { DuckDBVector } from "@duckdb/node-api";

/** Which rows of a batch have a value. */
export interface Presence {
  readonly nulls: number;
  has(row: number): boolean;
  /** Takes up the rows of a vector, from one row of the batch on. */
  take(vector: DuckDBVector, at: number, count: number): void;
  /** What Arrow is told: how many are missing, and a bit for each row where any is. */
  told(): { readonly nullCount: number; readonly nullBitmap: Uint8Array | undefined };
}

/** A bit for each row of a vector that is set where there is a value; undefined where all rows have one. */
export function presenceBits(vector: DuckDBVector): Uint8Array | undefined {
  const mask = (vector as unknown as { readonly validity?: { readonly data: BigUint64Array | null } }).validity?.data;
  return mask ? new Uint8Array(mask.buffer, mask.byteOffset, mask.byteLength) : undefined;
}

/** Gathers which rows of a batch have a value from DuckDB's masks. */
export function presence(rows: number): Presence {
  const bitmap = new Uint8Array((rows + 7) >> 3).fill(255);
  let nulls = 0;
  return {
    get nulls() {
      return nulls;
    },
    has: (row) => (((bitmap[row >> 3] as number) >> (row & 7)) & 1) === 1,
    take(vector, at, count) {
      const bits = presenceBits(vector);
      if (!bits) return;
      for (let row = 0; row < count; row += 1) {
        if (((bits[row >> 3] as number) >> (row & 7)) & 1) continue;
        bitmap[(at + row) >> 3]! &= ~(1 << ((at + row) & 7));
        nulls += 1;
      }
    },
    told: () => ({ nullCount: nulls, nullBitmap: nulls > 0 ? bitmap : undefined }),
  };
}
