import { checkPositive, checkShare } from "./checks.ts";
import { refused, type Share, value } from "./result.ts";
import { scoreInterval, type WilsonInterval, z95 } from "./wilson.ts";

/**
 * Wilson's interval for a share of scores when one collective gives several: n is replaced by n / ξ, with ξ from
 * `designEffect`. A ξ below 1 is taken as 1, so that a chance estimate from few collectives cannot narrow the interval.
 * Refused without scores. Saha, Miller and Wang 2016, Int. J. Biostat. 12(2).
 */
export function clusteredWilson({ k, n }: Share, designEffect: number, z = z95): WilsonInterval {
  checkShare({ k, n });
  checkPositive(designEffect, "designEffect");
  checkPositive(z, "z");
  if (n === 0) return refused("no-scores");
  const shrink = Math.max(1, designEffect);
  return value(scoreInterval(k / shrink, n / shrink, z));
}
