import type { Score } from "../framework/scale.ts";
import type { PairedTable } from "./paired-difference.ts";
import { isScore } from "./tally.ts";

export interface Transitions {
  /** Collectives scored both times. */
  readonly n: number;
  /** `table[before][after]`: how many went from one score to another; five rows of five. */
  readonly table: readonly (readonly number[])[];
  readonly improved: number;
  readonly same: number;
  readonly worsened: number;
  /** In place before and after, for `pairedChange` and `exactMcnemar`. */
  readonly inPlace: PairedTable;
}

/** Which score became which: one `[before, after]` a collective scored both times, in any order. */
export function transitions(pairs: Iterable<readonly [before: Score, after: Score]>): Transitions {
  const table = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
  let [improved, same, worsened] = [0, 0, 0];
  const inPlace: [number, number, number, number] = [0, 0, 0, 0];
  for (const [before, after] of pairs) {
    if (!isScore(before) || !isScore(after)) throw new RangeError(`Not two scores: ${before}, ${after}.`);
    table[before]![after]! += 1;
    if (after > before) improved += 1;
    else if (after < before) worsened += 1;
    else same += 1;
    inPlace[(before >= 3 ? 0 : 2) + (after >= 3 ? 0 : 1)]! += 1;
  }
  return { n: improved + same + worsened, table, improved, same, worsened, inPlace };
}
