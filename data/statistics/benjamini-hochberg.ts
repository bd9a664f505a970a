/**
 * p values adjusted for being many, in the order given, 0 to 1. Calling everything at 0.05 or below a finding keeps the
 * expected share of false findings among them at 5%, for independent or positively dependent comparisons.
 * Benjamini and Hochberg 1995, J. R. Stat. Soc. B 57:289-300.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  for (const p of pValues) if (!(p >= 0 && p <= 1)) throw new RangeError(`A p value lies from 0 to 1, unlike ${p}.`);
  const m = pValues.length;
  const largestFirst = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(m);
  let smallest = 1;
  for (const [place, { p, index }] of largestFirst.entries()) {
    smallest = Math.min(smallest, (p * m) / (m - place));
    adjusted[index] = smallest;
  }
  return adjusted;
}
