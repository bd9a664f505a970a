import { readFileSync } from "node:fs";
import {
  benjaminiHochberg,
  clusteredWilson,
  exactMcnemar,
  independentDifference,
  kitagawa,
  krippendorffAlpha,
  medianRanks,
  pairedDifference,
  relativeEffect,
  resampledRatios,
  signedRank,
  whyItMoved,
  wilson,
} from "@trama/data/statistics";
import { describe, expect, it } from "vitest";
import { sharedFixture } from "../../../shared.ts";
import { given } from "./given.ts";

const path = sharedFixture("stats/vectors.json");
const vectors: Vectors = path ? JSON.parse(readFileSync(path, "utf8")) : undefined!;

// Each figure of the vectors is compared at the precision it is printed with: half a unit of its last digit.
describe.skipIf(!path)(
  `right answers from elsewhere${path ? "" : " (skipped: the shared fixtures are not here)"}`,
  () => {
    it("gives Wilson's intervals of R's prop.test and Newcombe 1998", () => {
      for (const [k, n, lower, upper] of vectors.wilson95) {
        const interval = given(wilson(k, n));
        near(interval.lower, lower, 6);
        near(interval.upper, upper, 6);
      }
      expect(given(wilson(0, 20)).lower).toBe(0);
      expect(given(wilson(5, 5)).upper).toBe(1);
    });

    it("gives the clustered interval of Liang 1992 as ratesci has it", () => {
      const { x, n, lo, hi, deff } = vectors.clustered_wilson;
      const interval = given(clusteredWilson({ k: x, n }, deff));
      near(interval.lower, lo, 7);
      near(interval.upper, hi, 7);
    });

    it("gives Newcombe's interval of the difference between two groups", () => {
      for (const [k1, n1, k2, n2, difference, lower, upper] of vectors.newcombe_independent) {
        const figure = given(independentDifference({ k: k1, n: n1 }, { k: k2, n: n2 }));
        near(figure.difference, difference, 4);
        near(figure.lower, lower, 4);
        near(figure.upper, upper, 4);
      }
    });

    it("gives Newcombe's method 10 for the same collectives twice", () => {
      for (const [a, b, c, d, difference, lower, upper] of vectors.newcombe_paired_abcd) {
        const figure = given(pairedDifference([a, b, c, d]));
        near(figure.difference, difference, 4);
        near(figure.lower, lower, 4);
        near(figure.upper, upper, 4);
      }
    });

    it("gives lawstat's Brunner-Munzel test", () => {
      const { x, y, p_xlty, ci, stat, df, p } = vectors.brunner_munzel;
      const figure = given(relativeEffect(x, y));
      near(figure.effect, p_xlty, 6);
      near(figure.lower, ci[0], 6);
      near(figure.upper, ci[1], 6);
      near(figure.statistic, stat, 6);
      near(figure.df, df, 6);
      near(figure.p, p, 7);
    });

    it("gives Das Gupta's example 5.1 of a Kitagawa decomposition", () => {
      const { crude, composition, rate, pop70, pop85, rate70, rate85 } = vectors.kitagawa;
      const figure = given(
        kitagawa(
          pop70.map((size, age) => ({
            stratum: String(age),
            first: { size, rate: rate70[age]! },
            second: { size: pop85[age]!, rate: rate85[age]! },
          })),
        ),
      );
      near(figure.crude[0], crude[0], 4);
      near(figure.crude[1], crude[1], 4);
      near(figure.composition, composition, 4);
      near(figure.rate, rate, 4);
    });

    it("finds +25 points of progress behind a crude share that did not move", () => {
      const { y0, y1, total, within, join, leave } = vectors.panel_decomposition;
      const share = ([k, n]: readonly [number, number]) => ({ k, n });
      const none = { k: 0, n: 0 };
      const figure = given(
        whyItMoved({
          stayers: { n: y0.stayers[1], before: y0.stayers[0], after: y1.stayers[0] },
          leavers: share(y0.leavers),
          joiners: share(y1.joiners),
          started: none,
          stopped: none,
        }),
      );
      expect(figure).toMatchObject({ total, within, joined: join, left: leave, started: 0, stopped: 0 });
    });

    it("adjusts the fifteen p values of Benjamini and Hochberg 1995", () => {
      const { p, adj_first5, reject05_bh, reject05_bonf } = vectors.bh;
      const adjusted = benjaminiHochberg(p);
      adj_first5.forEach((each, index) => {
        near(adjusted[index]!, each, 6);
      });
      expect(adjusted.filter((each) => each <= 0.05)).toHaveLength(reject05_bh);
      expect(p.filter((each) => each * p.length <= 0.05)).toHaveLength(reject05_bonf);
    });

    it.each(["nominal", "ordinal", "interval"] as const)("gives Krippendorff's published %s alpha", (metric) => {
      const raters = vectors.krippendorff.data.map((row) =>
        row.split(" ").map((score) => (score === "." ? null : Number(score))),
      );
      near(given(krippendorffAlpha(raters, metric)).alpha, vectors.krippendorff[metric], 3);
    });

    it("draws the 27 resamples of three clusters as often as they are due", () => {
      const { clusters, resamples, freq, mean, var: variance } = vectors.exact_bootstrap;
      let call = 0;
      const draws = Array.from({ length: resamples }, (_, i) => [
        Math.floor(i / 9),
        Math.floor(i / 3) % 3,
        i % 3,
      ]).flat();
      const values = resampledRatios(
        Float64Array.from(clusters),
        new Float64Array(clusters.length).fill(1),
        resamples,
        () => Math.floor(((draws[call++]! + 0.5) / clusters.length) * 2 ** 32),
      );
      for (const [fraction, times] of Object.entries(freq)) {
        const [top, bottom = "1"] = fraction.split("/");
        const due = Number(top) / Number(bottom);
        expect(
          values.filter((each) => Math.abs(each - due) < 1e-12),
          fraction,
        ).toHaveLength(times);
      }
      const average = values.reduce((sum, each) => sum + each, 0) / resamples;
      near(average, mean, 12);
      near(values.reduce((sum, each) => sum + (each - average) ** 2, 0) / resamples, variance, 6);
    });

    it("encloses the median between the ranks of the order-statistic tables", () => {
      for (const [n, ranks] of Object.entries(vectors.median_ci_ranks95)) expect(medianRanks(Number(n))).toEqual(ranks);
    });

    it("gives the exact McNemar p value when all movers go one way", () => {
      for (const [movers, p] of Object.entries(vectors.mcnemar_exact_all_one_way)) {
        expect(exactMcnemar(Number(movers), 0).p).toBe(p);
        expect(exactMcnemar(0, Number(movers)).p).toBe(p);
      }
    });

    it("gives R's signed rank test of Hollander and Wolfe's depression data", () => {
      const { x, y, V, p } = vectors.wilcoxon_signed_rank;
      const figure = given(signedRank(x.map((first, index) => [first, y[index]!])));
      expect(figure.v).toBe(V);
      near(figure.p, p, 5);
      expect(figure.exact).toBe(true);
    });

    it("leaves no vector untested", () => {
      const tested = [
        "wilson95",
        "wilson_source",
        "newcombe_independent",
        "newcombe_paired_abcd",
        "clustered_wilson",
      ].concat(
        [
          "brunner_munzel",
          "kitagawa",
          "panel_decomposition",
          "bh",
          "krippendorff",
          "exact_bootstrap",
          "median_ci_ranks95",
        ],
        ["mcnemar_exact_all_one_way", "wilcoxon_signed_rank"],
      );
      expect(Object.keys(vectors).sort()).toEqual(tested.sort());
    });
  },
);

function near(actual: number, printed: number, digits: number): void {
  expect(Math.abs(actual - printed), `${actual} against ${printed}`).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-12);
}

type Fraction = readonly [number, number];

interface Vectors {
  readonly wilson95: readonly (readonly [number, number, number, number])[];
  readonly newcombe_independent: readonly (readonly [number, number, number, number, number, number, number])[];
  readonly newcombe_paired_abcd: readonly (readonly [number, number, number, number, number, number, number])[];
  readonly clustered_wilson: Readonly<Record<"x" | "n" | "lo" | "hi" | "icc" | "deff", number>>;
  readonly brunner_munzel: Readonly<Record<"p_xlty" | "stat" | "df" | "p", number>> & {
    readonly x: number[];
    readonly y: number[];
    readonly ci: Fraction;
  };
  readonly kitagawa: Readonly<Record<"pop70" | "pop85" | "rate70" | "rate85", number[]>> & {
    readonly crude: Fraction;
    readonly composition: number;
    readonly rate: number;
  };
  readonly panel_decomposition: Readonly<Record<"total" | "within" | "join" | "leave", number>> & {
    readonly y0: { readonly stayers: Fraction; readonly leavers: Fraction };
    readonly y1: { readonly stayers: Fraction; readonly joiners: Fraction };
  };
  readonly bh: { readonly p: number[]; readonly adj_first5: number[]; reject05_bh: number; reject05_bonf: number };
  readonly krippendorff: Readonly<Record<"nominal" | "ordinal" | "interval", number>> & { readonly data: string[] };
  readonly exact_bootstrap: Readonly<Record<"resamples" | "mean" | "var", number>> & {
    readonly clusters: number[];
    readonly freq: Readonly<Record<string, number>>;
  };
  readonly median_ci_ranks95: Readonly<Record<string, Fraction | null>>;
  readonly mcnemar_exact_all_one_way: Readonly<Record<string, number>>;
  readonly wilcoxon_signed_rank: { readonly x: number[]; readonly y: number[]; readonly V: number; readonly p: number };
}
