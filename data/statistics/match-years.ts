import type { MissingCode } from "../codelists/missing-codes.ts";
import type { Score } from "../framework/scale.ts";
import type { Share } from "./result.ts";
import { isScore } from "./tally.ts";

/** What is known of one collective in two years: a score, a missing code, or null where it was not accompanied. */
export interface TwoYears {
  readonly before: Score | MissingCode | null;
  readonly after: Score | MissingCode | null;
}

/** The collectives of two years, sorted by presence. Every scored collective of a year is in exactly one group of it. */
export interface MatchedYears {
  /** Scored in both years: n, and how many were in place before and after. */
  readonly stayers: { readonly n: number; readonly before: number; readonly after: number };
  /** Scored in the second year, not accompanied in the first. */
  readonly joiners: Share;
  /** Scored in the first year, not accompanied in the second. */
  readonly leavers: Share;
  /** Accompanied in both years, scored only in the second. */
  readonly started: Share;
  /** Accompanied in both years, scored only in the first. */
  readonly stopped: Share;
}

/** Sorts collectives by their presence in two years, one entry a collective, in any order. */
export function matchYears(collectives: Iterable<TwoYears>): MatchedYears {
  const stayers = { n: 0, before: 0, after: 0 };
  const groups = { joiners: { k: 0, n: 0 }, leavers: { k: 0, n: 0 }, started: { k: 0, n: 0 }, stopped: { k: 0, n: 0 } };
  for (const { before, after } of collectives) {
    if (isScore(before) && isScore(after)) {
      stayers.n += 1;
      stayers.before += inPlace(before);
      stayers.after += inPlace(after);
    } else if (isScore(after)) add(before === null ? groups.joiners : groups.started, after);
    else if (isScore(before)) add(after === null ? groups.leavers : groups.stopped, before);
  }
  return { stayers, ...groups };
}

function add(group: { k: number; n: number }, score: Score): void {
  group.n += 1;
  group.k += inPlace(score);
}

function inPlace(score: Score): number {
  return score >= 3 ? 1 : 0;
}
