import { pairIndex } from "./pair-index.ts";

/** What a file has said so far of one kind of record: which row said a thing first. */
export interface Seen {
  /** Number of a value of the first identifying column: the one of which there are many. */
  whoOf(value: unknown): number;
  /** Number of what the other identifying columns say together, in their order. */
  whatOf(values: readonly unknown[]): number;
  /** The row that said it first; undefined where this one does, which is then remembered. */
  first(who: number, what: number, row: number): number | undefined;
}

/** Things said of one "who" that are numbered next to each other lie next to each other, so many to a page. */
const page = 16;

/**
 * Remembers rows in pages of sixteen neighbouring things that one "who" is said to be: reports say all results of a
 * collective, so pages fill up and a row takes some six bytes, whatever the order of the rows.
 */
export function seen(): Seen {
  const who = numbers();
  const what = numbers();
  const pages = pairIndex();
  let rows = new Int32Array(64 * page);
  return {
    whoOf: (value) => who(String(value ?? "")),
    whatOf: (values) => what(JSON.stringify(values.map((value) => String(value ?? "")))),
    first(whoCode, whatCode, row) {
      const at = pages.of(whoCode, whatCode >> 4) * page + (whatCode & 15);
      if (at >= rows.length) {
        const more = new Int32Array(rows.length * 2);
        more.set(rows);
        rows = more;
      }
      const before = rows[at] as number;
      if (before > 0) return before;
      rows[at] = row;
      return undefined;
    },
  };
}

function numbers(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const code = known.get(text);
    if (code !== undefined) return code;
    known.set(text, known.size);
    return known.size - 1;
  };
}
