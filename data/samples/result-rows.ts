import type { MissingCode, Panel } from "../codelists/index.ts";
import type { EntryRow } from "../entry/workbook/entry-sheet.ts";
import { resultCodes } from "../entry/workbook/result-texts.ts";
import type { SampleCollective } from "./collectives.ts";
import { type Random, randomFor } from "./random.ts";
import { partScore } from "./scores.ts";

const missingShare = 0.05;
const doubleScoredShare = 0.2;
const panelledShare = 0.25;
const resultsPerPanel = 5;
const scoringPanels: readonly Panel[] = ["assembly", "leadership", "women", "youth"];

/** The result lines of a report: one accepted score per collective and result, and panels' and raters' beside it. */
export function resultRows(seed: number, collectives: readonly SampleCollective[], period: string): EntryRow[] {
  return collectives.flatMap((collective) => {
    const random = randomFor(seed, "panels", collective.code, period);
    const panelled = random.chance(panelledShare);
    const from = random.whole(0, resultCodes.length - resultsPerPanel);
    return resultCodes.flatMap((result, index) => {
      const shown = panelled && index >= from && index < from + resultsPerPanel;
      return rowsOfResult(seed, collective, result, period, shown);
    });
  });
}

function rowsOfResult(
  seed: number,
  collective: SampleCollective,
  result: string,
  period: string,
  panelled: boolean,
): EntryRow[] {
  const random = randomFor(seed, "row", collective.code, result, period);
  const base = { collective: collective.code, result };
  const missing = maybeMissing(random, collective, result);
  if (missing) return [{ ...base, score: missing }];

  const { score, tested } = partScore(seed, collective, result, period);
  const accepted = {
    ...base,
    score,
    evidence: evidenceFor(random, score),
    tested: random.chance(0.04) ? null : tested ? "yes" : "no",
  };
  const doubleScored = random.chance(doubleScoredShare);
  const panels = panelled ? scoringPanels.filter((panel) => !(doubleScored && panel === "assembly")) : [];
  return [
    accepted,
    ...(doubleScored ? ["R1", "R2"] : []).map((rater) => ({
      ...base,
      panel: "assembly",
      score: near(random, score, 0.11, 0.11),
      evidence: accepted.evidence,
      rater,
    })),
    ...panels.map((panel) => ({ ...base, panel, score: heard(random, panel, score), evidence: accepted.evidence })),
  ];
}

function maybeMissing(random: Random, collective: SampleCollective, result: string): MissingCode | undefined {
  const landless = result.startsWith("ST") && collective.setting === "urban";
  if (!random.chance(landless ? missingShare * 1.6 : missingShare * 0.9)) return undefined;
  return random.weighted<MissingCode>({ NA: landless ? 60 : 15, NK: 25, NR: 15, WH: 15, NS: 20 });
}

/** High scores are mostly well supported; some are not, and must be shown as unverified. */
function evidenceFor(random: Random, score: number): number {
  const weights = score >= 3 ? [4, 9, 42, 32, 13] : [8, 20, 42, 22, 8];
  return Number(random.weighted(Object.fromEntries(weights.map((weight, grade) => [grade, weight]))));
}

/** Panels hear different things: leadership tends to be kinder to itself, women and young people more critical. */
function heard(random: Random, panel: Panel, score: number): number {
  switch (panel) {
    case "leadership":
      return near(random, score, 0.05, 0.3);
    case "women":
    case "youth":
      return near(random, score, 0.32, 0.08);
    default:
      return near(random, score, 0.12, 0.12);
  }
}

function near(random: Random, score: number, lower: number, higher: number): number {
  const drawn = random.next();
  if (drawn < lower) return Math.max(0, score - 1);
  if (drawn < lower + higher) return Math.min(4, score + 1);
  return score;
}
