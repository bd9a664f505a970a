import { checkCount } from "./checks.ts";
import { fairCoinCdf } from "./fair-coin.ts";

/** Fewest movers with which the exact test can reach 5%: 2·(1/2)⁵ is 0.0625, 2·(1/2)⁶ is 0.03125. */
export const fewestMovers = 6;

export interface McNemar {
  /** Collectives that crossed the line between in place and not, either way. */
  readonly movers: number;
  /** Two-sided exact p value, 0 to 1; 1 when nobody moved. */
  readonly p: number;
  /** False below six movers: whatever they did, p stays above 0.05, and the reader has to be told so. */
  readonly canBeSignificant: boolean;
}

/**
 * McNemar's exact test: did as many collectives come into place as fell out of it? `gained` and `lost` are counts; who
 * stayed where they were plays no part. Always defined. McNemar 1947, Psychometrika 12:153-157, binomial form.
 */
export function exactMcnemar(gained: number, lost: number): McNemar {
  checkCount(gained, "gained");
  checkCount(lost, "lost");
  const movers = gained + lost;
  const p = Math.min(1, 2 * fairCoinCdf(Math.min(gained, lost), movers));
  return { movers, p, canBeSignificant: movers >= fewestMovers };
}
