import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { clusteredWilson } from "./clustered-wilson.ts";
import { independentDifference } from "./difference.ts";
import { headline } from "./headline.ts";
import { krippendorffAlpha } from "./krippendorff.ts";
import { exactMcnemar } from "./mcnemar.ts";
import { median, medianInterval } from "./median.ts";
import { pairedChange } from "./paired-difference.ts";
import { progress } from "./progress.ts";
import { rankRanges } from "./rank-ranges.ts";
import { relativeEffectOfDistributions } from "./relative-effect.ts";
import { isRefused } from "./result.ts";
import { standardise } from "./standardisation.ts";
import { whyItMoved } from "./why-it-moved.ts";
import { wilson, wilsonOfBands } from "./wilson.ts";

/** An example of docs/methods.md. Its numbers are computed here, and a test finds its text in the page word for word. */
export interface WorkedExample {
  /** Name of the method's section. */
  readonly id: string;
  readonly text: string;
}

/** The worked examples of the methods page, in its order. The collectives in them are invented. */
export const workedExamples: readonly WorkedExample[] = [
  { id: "headline", text: headlineExample() },
  { id: "interval", text: intervalExample() },
  { id: "bands", text: bandsExample() },
  { id: "clustered", text: clusteredExample() },
  { id: "median", text: medianExample() },
  { id: "difference", text: differenceExample() },
  { id: "matched", text: matchedExample() },
  { id: "ordinal", text: ordinalExample() },
  { id: "why-it-moved", text: whyItMovedExample() },
  { id: "standardisation", text: standardisationExample() },
  { id: "regions", text: regionsExample() },
  { id: "many", text: manyExample() },
  { id: "ranks", text: ranksExample() },
  { id: "agreement", text: agreementExample() },
  { id: "progress", text: progressExample() },
];

function headlineExample(): string {
  const figure = given(headline([2, 1, 2, 4, 3]));
  return (
    `Twelve collectives score 0, 0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4; two more are not known (NK). n = ${figure.n}, ` +
    `k = ${figure.k}: ${percent(figure.share)} in place, interval ${range(figure.interval)}. The two NK are counted beside n.`
  );
}

function intervalExample(): string {
  const all = given(wilson(5, 5));
  const none = given(wilson(0, 5));
  return (
    `Five of five collectives in place is 100%, interval ${range(all)}; none of five is 0%, interval ${range(none)}. ` +
    "Five collectives cannot show more, and the interval says so."
  );
}

function bandsExample(): string {
  return (
    "A cell is published as 6 to 8 in place of 10 to 12 scored. Its interval is " +
    `${range(given(wilsonOfBands({ k: [6, 8], n: [10, 12] })))}, whatever the exact counts are.`
  );
}

function clusteredExample(): string {
  const share = { k: 60, n: 203 };
  return (
    `60 of 203 scores, several from each collective, with ξ = 1.35: interval ${range(given(clusteredWilson(share, 1.349133)))} ` +
    `instead of ${range(given(wilson(share.k, share.n)))}.`
  );
}

function medianExample(): string {
  const four = given(median([0, 0, 2, 0, 2]));
  const ten = given(medianInterval([1, 1, 3, 3, 2]));
  return (
    `Scores 2, 2, 4, 4: the median is ${four.lower} to ${four.upper}, not 3, a score that nobody has. Scores ` +
    `0, 1, 2, 2, 2, 3, 3, 3, 4, 4: the interval runs from the score at rank ${ten.ranks[0]} to the score at rank ` +
    `${ten.ranks[1]}, that is from ${ten.lower} to ${ten.upper}.`
  );
}

function differenceExample(): string {
  const change = given(independentDifference({ k: 9, n: 10 }, { k: 3, n: 10 }));
  return (
    `9 of 10 collectives in one country, 3 of 10 in another: a difference of ${points(change.difference)}, interval ` +
    `${points(change.lower)} to ${points(change.upper)}.`
  );
}

function matchedExample(): string {
  const change = given(pairedChange([3, 0, 5, 2]));
  const few = exactMcnemar(5, 0);
  const more = exactMcnemar(6, 0);
  return (
    `Of ten collectives 3 stay in place, 5 come into place, none falls out and 2 stay out: ${points(change.difference)}, ` +
    `interval ${points(change.lower)} to ${points(change.upper)}. The exact test gives p = ${few.p} for 5 movers to 0: fewer ` +
    `than six movers can never be significant at 5%. With 6 to 0 it gives p = ${more.p}.`
  );
}

function ordinalExample(): string {
  const figure = given(relativeEffectOfDistributions([4, 3, 2, 1, 0], [1, 2, 2, 3, 2]));
  return (
    "Ten informal collectives score 0 four times, 1 three times, 2 twice and 3 once; ten structured ones 0 once, 1 twice, 2 " +
    "twice, 3 three times and 4 twice. A structured collective drawn at random scores higher than an informal one with " +
    `probability ${figure.effect.toFixed(2)} (ties counted half), interval ${figure.lower.toFixed(2)} to ${figure.upper.toFixed(2)}.`
  );
}

function whyItMovedExample(): string {
  const none = { k: 0, n: 0 };
  const figure = given(
    whyItMoved({
      stayers: { n: 8, before: 3, after: 5 },
      leavers: { k: 2, n: 2 },
      joiners: { k: 1, n: 4 },
      started: none,
      stopped: none,
    }),
  );
  return (
    "Eight collectives are scored in both years: 3 in place, then 5. Two leave, both in place; four join, one in place. The " +
    `crude share is ${percent(figure.crude[0])} in the first year (5 of 10) and ${percent(figure.crude[1])} in the second ` +
    `(6 of 12): no change. Same collectives ${points(figure.within)}, joined ${points(figure.joined)}, left ` +
    `${points(figure.left)}: together ${points(figure.total)}. The crude figure hides the progress of the eight.`
  );
}

function regionsExample(): string {
  const sizes = { ngo: (8 + 10) / 2 + 10, association: 12 + 5 };
  const on = (ngo: number, association: number) =>
    given(
      standardise([
        { stratum: "ngo", rate: ngo, standard: sizes.ngo },
        { stratum: "association", rate: association, standard: sizes.association },
      ]),
    );
  const [first, second] = on(0.5, 0.25).weights;
  const figure = (lower: Standard, upper: Standard) => `${percent(lower.rate)} to ${percent(upper.rate)}`;
  type Standard = ReturnType<typeof on>;
  return (
    "Region A publishes 8 to 10 NGOs (share 50% to 60%) and 12 community associations (25% to 50%) of 30 to 32 collectives; " +
    "region B 10 NGOs (70% to 80%) and 5 community associations (20% to 40%) of 20 to 22. Movements are published in A alone " +
    `and left out. The mix is ${sizes.ngo} NGOs to ${sizes.association} associations, ${percent(first?.weight ?? 0)} and ` +
    `${percent(second?.weight ?? 0)}. A shows ${figure(on(0.5, 0.25), on(0.6, 0.5))}, B ${figure(on(0.7, 0.2), on(0.8, 0.4))}. ` +
    `The mix covers ${percent(20 / 32)} to ${percent(22 / 30)} of A and ${percent(15 / 22)} to ${percent(15 / 20)} of B. Were A ` +
    `to hold 41 collectives, it would surely cover only 20 of 41, ${percent(20 / 41)}, and nothing would be compared.`
  );
}

function standardisationExample(): string {
  const rates = { unions: 0.8, communities: 0.4 };
  const on = (unions: number, communities: number) =>
    given(
      standardise([
        { stratum: "unions", rate: rates.unions, standard: unions },
        { stratum: "communities", rate: rates.communities, standard: communities },
      ]),
    ).rate;
  return (
    "In two countries 80% of trade unions and 40% of communities have the result in place. Country A accompanies 15 unions " +
    `and 5 communities and shows ${percent(on(15, 5))}; country B, with 5 and 15, shows ${percent(on(5, 15))}. On one mix, ` +
    `half and half, both show ${percent(on(10, 10))}: the mix made the difference.`
  );
}

function manyExample(): string {
  const adjusted = benjaminiHochberg([0.001, 0.02, 0.04, 0.3]);
  return (
    `Four comparisons with p = 0.001, 0.02, 0.04 and 0.3 become ${adjusted.map((p) => p.toFixed(3)).join(", ")}: the third ` +
    "is no longer below 0.05."
  );
}

function ranksExample(): string {
  const group = (id: string, k: number, n: number) => ({ id, k: [k, k] as const, n: [n, n] as const });
  const { ranges } = given(rankRanges([group("A", 36, 40), group("B", 20, 40), group("C", 14, 40)]));
  const said = ranges.map(({ id, best, worst }) => `${id} ranks ${best === worst ? best : `${best} to ${worst}`}`);
  return `36, 20 and 14 of 40 collectives in countries A, B and C: ${said.join(", ")}. B and C are not ranked against each other.`;
}

function agreementExample(): string {
  const figure = given(
    krippendorffAlpha([
      [0, 1, 2, 3, 4, 3, 2, null],
      [0, 1, 2, 3, 4, 4, 2, 1],
    ]),
  );
  return (
    `Two raters score seven collectives alike but for one 3 against 4; an eighth has one rater only. Alpha is ` +
    `${figure.alpha.toFixed(2)} on ${figure.units} units.`
  );
}

function progressExample(): string {
  const target = 3;
  const { n, classes } = given(
    progress([
      { baseline: 1, latest: 3, target },
      { baseline: 0, latest: 2, target },
      { baseline: 0, latest: 0, target },
      { baseline: 2, latest: 1, target },
    ]),
  );
  return (
    `Four collectives with target 3 go from 1 to 3, 0 to 2, 0 to 0 and 2 to 1: of ${n}, ${classes.reached.k} reached it, ` +
    `${classes["moved-towards"].k} moved towards it, ${classes.stayed.k} stayed, ${classes["moved-away"].k} moved away.`
  );
}

function given<T extends { readonly kind: "value" | "refused" }>(result: T): Extract<T, { readonly kind: "value" }> {
  if (isRefused(result)) throw new Error(`An example was refused: ${JSON.stringify(result)}.`);
  return result as Extract<T, { readonly kind: "value" }>;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).replace(/\.0$/, "")}%`;
}

function range({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return `${percent(lower)} to ${percent(upper)}`;
}

function points(difference: number): string {
  const rounded = (100 * difference).toFixed(1).replace(/\.0$/, "");
  if (Number(rounded) === 0) return "0 points";
  return `${difference > 0 ? "+" : "−"}${rounded.replace("-", "")} points`;
}
