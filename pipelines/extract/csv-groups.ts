import type { CodedRows } from "../step.ts";
import type { ScannedRows } from "./csv-scan.ts";
import { TupleIndex } from "./tuple-index.ts";

/** More combinations than this begin a new round, so that memory stays bounded. */
const mostCombinations = 1 << 17;

/** Some columns taken together while a file is scanned. */
export interface Group {
  /** Which of the scanned columns. */
  readonly columns: readonly number[];
  readonly codes: Int32Array;
  readonly round: number;
  readonly combinations: TupleIndex;
}

/** The columns that groups speak of, each once, and the groups by their places in that list. */
export function columnsOf(groups: readonly (readonly number[])[]): { places: number[]; columns: number[][] } {
  const places = [...new Set(groups.flat())];
  return { places, columns: groups.map((group) => group.map((place) => places.indexOf(place))) };
}

/** Numbers what rows hold in each group of columns, batch after batch; the arrays are used again for the next batch. */
export function grouping(groups: readonly (readonly number[])[]): (batch: ScannedRows) => readonly Group[] {
  let texts: readonly unknown[] = [];
  const made = groups.map((columns) => ({
    columns,
    codes: new Int32Array(0),
    round: 0,
    combinations: new TupleIndex(columns.length),
  }));
  return function numberBatch({ count, columns }) {
    for (const group of made) {
      const renewed = group.columns.some((column) => texts[column] !== columns[column]?.texts);
      if (renewed || group.combinations.size > mostCombinations) {
        group.combinations = new TupleIndex(group.columns.length);
        group.round += 1;
      }
      if (group.codes.length < count) group.codes = new Int32Array(count);
      const lists = group.columns.map((column) => columns[column]?.codes as Int32Array);
      numberRows(group.combinations, lists, count, group.codes);
    }
    texts = columns.map((column) => column.texts);
    return made;
  };
}

function numberRows(combinations: TupleIndex, lists: readonly Int32Array[], count: number, codes: Int32Array): void {
  for (let at = 0; at < count; at += 1) codes[at] = combinations.of(lists, at);
}

/** Scanned rows as those who judge them take them: by the combinations of their groups. */
export async function* grouped(
  batches: AsyncIterable<ScannedRows>,
  groups: readonly (readonly number[])[],
): AsyncGenerator<CodedRows> {
  const numbered = grouping(groups);
  for await (const batch of batches)
    yield {
      count: batch.count,
      rows: batch.rows,
      groups: numbered(batch).map(({ columns, codes, round, combinations }) => ({
        codes,
        round,
        cellAt: (column, code) => combinations.members[code * columns.length + column] as number,
        textOf: (column, cell) => batch.columns[columns[column] as number]?.texts[cell] ?? null,
      })),
    };
}
