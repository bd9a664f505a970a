import { checkCount } from "./checks.ts";

// 2^-n leaves the range of normal doubles past 1022.
const exactUpTo = 1000;

/**
 * P(X <= k) where X counts heads in n tosses of a fair coin: the binomial distribution at one half, summed term by term.
 * The sign test, McNemar's exact test and the ranks of a median interval all rest on it. 0 for k = -1.
 */
export function fairCoinCdf(k: number, n: number): number {
  checkCount(n, "n");
  checkCount(k + 1, "k + 1");
  if (k >= n) return 1;
  let sum = 0;
  for (let i = 0, term = 2 ** -n, logTerm = -n * Math.LN2; i <= k; i++) {
    sum += n <= exactUpTo ? term : Math.exp(logTerm);
    term *= (n - i) / (i + 1);
    logTerm += Math.log(n - i) - Math.log(i + 1);
  }
  return Math.min(1, sum);
}
