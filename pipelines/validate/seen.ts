import { type PairIndex, pairIndex } from "./pair-index.ts";

/** What a file has said so far of one kind of record: which row said a thing first. */
export interface Seen {
  /** Number of a value of an identifying column, for the columns of `identity` in their order. */
  codeOf(column: number, value: unknown): number;
  /** The row that said it first; undefined where this one does, which is then remembered. */
  first(codes: ArrayLike<number>, row: number): number | undefined;
}

/** Remembers by numbers: each distinct value is kept once, and a row takes four numbers. */
export function seen(columns: number): Seen {
  const values = Array.from({ length: columns }, () => new Map<string, number>());
  const pairs: PairIndex[] = Array.from({ length: columns }, pairIndex);
  let rows = new Int32Array(64);
  return {
    codeOf(column, value) {
      const known = values[column] as Map<string, number>;
      const text = String(value ?? "");
      const code = known.get(text);
      if (code !== undefined) return code;
      known.set(text, known.size);
      return known.size - 1;
    },
    first(codes, row) {
      const last = pairs[columns - 1] as PairIndex;
      let id = 0;
      // From the last column to the first: collectives are many, and all else has few combinations.
      for (let column = columns - 1; column > 0; column -= 1)
        id = (pairs[column - 1] as PairIndex).of(id, codes[column] as number);
      const before = last.size;
      id = last.of(id, codes[0] as number);
      if (id < before) return rows[id];
      if (id === rows.length) {
        const more = new Int32Array(rows.length * 2);
        more.set(rows);
        rows = more;
      }
      rows[id] = row;
      return undefined;
    },
  };
}
