import { checkShare } from "./checks.ts";
import { type Refused, refused, type Share, type Value, value } from "./result.ts";

export type DesignEffect =
  | Value<{
      /** ξ: how many times more scores are needed than if every score came from another collective. */
      readonly designEffect: number;
      /** Correlation of two scores of one collective, at most 1; below 0 when they differ more than chance would. */
      readonly icc: number;
    }>
  | Refused<"fewer-than-2-collectives" | "one-score-each" | "all-scores-alike">;

/**
 * ξ over several results (or years) of the same collectives: `ξ = 1 + (Σn²/Σn − 1)·ICC`, with the analysis-of-variance
 * ICC. One share a collective: k of its n scores in place; collectives without scores are left out. Refused below two
 * collectives, where none has two scores (ξ would be 1) and where all scores agree.
 * Ridout, Demétrio and Firth 1999, Biometrics 55:137-148; as in Saha, Miller and Wang 2016.
 */
export function designEffect(collectives: Iterable<Share>): DesignEffect {
  let [clusters, k, n, squares, withinSum, betweenSum] = [0, 0, 0, 0, 0, 0];
  for (const collective of collectives) {
    checkShare(collective);
    if (collective.n === 0) continue;
    const squaredShare = (collective.k * collective.k) / collective.n;
    clusters += 1;
    k += collective.k;
    n += collective.n;
    squares += collective.n ** 2;
    withinSum += collective.k - squaredShare;
    betweenSum += squaredShare;
  }
  if (clusters < 2) return refused("fewer-than-2-collectives");
  if (n === clusters) return refused("one-score-each");
  if (k === 0 || k === n) return refused("all-scores-alike");
  const between = (betweenSum - (k * k) / n) / (clusters - 1);
  const within = withinSum / (n - clusters);
  const size = (n - squares / n) / (clusters - 1);
  const icc = (between - within) / (between + (size - 1) * within);
  return value({ designEffect: 1 + (squares / n - 1) * icc, icc });
}
