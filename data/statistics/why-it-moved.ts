import { checkShare } from "./checks.ts";
import type { MatchedYears } from "./match-years.ts";
import { type Refused, refused, type Share, type Value, value } from "./result.ts";

/** Shares of 1: 0.25 is 25 percentage points. `total = within + joined + left + started + stopped`. */
export type WhyItMoved =
  | Value<{
      /** Crude share in place, first and second year. */
      readonly crude: readonly [first: number, second: number];
      readonly total: number;
      /** Change in the collectives scored both years: the one part that is change in collectives. */
      readonly within: number;
      /** What joiners add by differing from the stayers of the second year; 0 without joiners. */
      readonly joined: number;
      /** What leavers add by having differed from the stayers of the first year; 0 without leavers. */
      readonly left: number;
      /** As joined and left, for collectives accompanied in both years but scored in one only. */
      readonly started: number;
      readonly stopped: number;
    }>
  | Refused<"no-stayers">;

/**
 * Why a share moved from one year to the next: `ΔȲ = (S₂−S₁) + e·(E₂−S₂) + x·(S₁−X₁)`, with S the stayers' share, E and X
 * the joiners' and leavers', e = joiners/n₂ and x = leavers/n₁; scoring started counts as an entry and scoring stopped as an
 * exit, each in a term of its own. Refused without stayers: nothing tells change in collectives from another choice of
 * them. Melitz and Polanec 2015, RAND J. Econ. 46:362-375, for shares.
 */
export function whyItMoved(years: MatchedYears): WhyItMoved {
  const { stayers, joiners, leavers, started, stopped } = years;
  const first = { n: stayers.n, k: stayers.before };
  const second = { n: stayers.n, k: stayers.after };
  for (const share of [first, second, joiners, leavers, started, stopped]) checkShare(share);
  if (stayers.n === 0) return refused("no-stayers");
  const n1 = stayers.n + leavers.n + stopped.n;
  const n2 = stayers.n + joiners.n + started.n;
  const crude = [(first.k + leavers.k + stopped.k) / n1, (second.k + joiners.k + started.k) / n2] as const;
  return value({
    crude,
    total: crude[1] - crude[0],
    within: (second.k - first.k) / stayers.n,
    joined: pull(joiners, second, n2),
    left: 0 - pull(leavers, first, n1),
    started: pull(started, second, n2),
    stopped: 0 - pull(stopped, first, n1),
  });
}

/** How far a group of a year pulls the year's share away from the stayers' share. */
function pull(group: Share, stayers: Share, yearN: number): number {
  return group.n === 0 ? 0 : (group.n / yearN) * (group.k / group.n - stayers.k / stayers.n);
}
