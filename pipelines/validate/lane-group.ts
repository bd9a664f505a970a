import { TupleIndex } from "../extract/tuple-index.ts";
import type { LocatedColumn } from "../map/header.ts";
import type { CodedGroup } from "../step.ts";
import type { Inspected } from "./row-reader.ts";

/** A column as the lane looks at it. */
export interface LaneColumn {
  readonly column: LocatedColumn;
  readonly inspect: (text: string | null) => Inspected;
  /** Whether a row with nothing but this cell filled is a row of data. */
  readonly countsAsData: boolean;
}

/** Bits of a status: the cells are data; there is something to tell about one of them. */
export const counts = 1;
export const apart = 2;

/** Columns that are looked at together, each of their texts once. */
export interface LaneGroup {
  /** Their places in the file. */
  readonly places: readonly number[];
  /** Takes up the group of the next batch; true where its numbers mean something new. */
  take(next: CodedGroup): boolean;
  statusOf(code: number): number;
  /** Adds what the cells mean, by the keys of their fields. */
  addValues(code: number, to: Record<string, unknown>): void;
  /** Adds the cells as they stand, by their places in the file. */
  addTexts(code: number, to: (string | null)[]): void;
  /** Numbers what combinations hold in those of the columns that have one of the keys; void with the next round. */
  part(keys: ReadonlySet<string>): (code: number) => number;
}

const nothing: Inspected = { filled: false, clean: false, value: undefined };

/** Texts of a column of which is kept what they are worth. There may be many more, of which each is asked once. */
const mostKept = 1 << 14;

export function laneGroup(columns: readonly LaneColumn[]): LaneGroup {
  let group: CodedGroup | undefined;
  let inspected: Inspected[][] = [];
  let last = columns.map(() => ({ cell: -1, found: nothing }));
  const current = (): CodedGroup => {
    if (!group) throw new Error("No batch has been taken up.");
    return group;
  };
  const inspectedAt = (place: number, code: number): Inspected => {
    const { cellAt, textOf } = current();
    const cell = cellAt(place, code);
    const known = inspected[place] as Inspected[];
    const memo = last[place] as (typeof last)[number];
    if (cell === memo.cell) return memo.found;
    const found = known[cell] ?? (columns[place] as LaneColumn).inspect(textOf(place, cell));
    if (cell < mostKept) known[cell] = found;
    memo.cell = cell;
    memo.found = found;
    return found;
  };
  return {
    places: columns.map(({ column }) => column.index),
    take(next) {
      const renewed = group?.round !== next.round;
      if (renewed) {
        inspected = columns.map(() => []);
        last = columns.map(() => ({ cell: -1, found: nothing }));
      }
      group = next;
      return renewed;
    },
    statusOf(code) {
      let status = 0;
      for (let place = 0; place < columns.length; place += 1) {
        const { filled, clean } = inspectedAt(place, code);
        status |= (filled && columns[place]?.countsAsData ? counts : 0) | (clean ? 0 : apart);
      }
      return status;
    },
    addValues(code, to) {
      columns.forEach(({ column }, place) => {
        to[column.field.key] = inspectedAt(place, code).value;
      });
    },
    addTexts(code, to) {
      const { cellAt, textOf } = current();
      columns.forEach(({ column }, place) => {
        to[column.index] = textOf(place, cellAt(place, code));
      });
    },
    part(keys) {
      const places = columns.flatMap(({ column }, place) => (keys.has(column.field.key) ? [place] : []));
      const numbers = new TupleIndex(places.length);
      const cells = places.map(() => new Int32Array(1));
      return (code) => {
        const { cellAt } = current();
        for (let index = 0; index < places.length; index += 1)
          (cells[index] as Int32Array)[0] = cellAt(places[index] as number, code);
        return numbers.of(cells, 0);
      };
    },
  };
}
