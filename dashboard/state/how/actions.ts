import type { ActionsAnswer, BesideFigure } from "@trama/api/contract";
import type { Sheet } from "../sheet.ts";
import { countryName, type HowWords, howSheet, itemName, middleText, partText } from "./words.ts";

/** What was done, by country and year. */
export function actionsSheet({ actions }: ActionsAnswer, words: HowWords): Sheet {
  return howSheet(
    words,
    ["action", "country", "year", "collectives", "score", "preventive", "emergency", "women", "men", "youth"],
    actions.map((row) => [
      itemName(words, row.action),
      countryName(words, row.country),
      row.year,
      row.collectives,
      middleText(row.median),
      row.preventive,
      row.emergency,
      row.women,
      row.men,
      row.youth,
    ]),
  );
}

/** Actions, capacities and results with the contribution that each side is said to have made. */
export function contributionsSheet({ contributions }: ActionsAnswer, words: HowWords): Sheet {
  const { t } = words.translator;
  return howSheet(
    words,
    ["action", "capacities", "result", "locus", "collectives", "by-collective", "by-pi", "by-others", "rival-missing"],
    contributions.map((row) => [
      itemName(words, row.action),
      row.capacities.join(" "),
      itemName(words, row.result),
      row.locus.map((locus) => t(`how.locus.${locus as "access"}`)).join(", "),
      row.collectives,
      middleText(row.collective.median),
      middleText(row.pi.median),
      middleText(row.others.median),
      row.rival_missing,
    ]),
  );
}

/** Results beside actions: those who took it and those who took others, never as cause. */
export function besideSheet({ beside }: ActionsAnswer, words: HowWords): Sheet {
  const { points } = words.translator;
  const change = ({ interval: [lower, upper] }: BesideFigure["with"]) =>
    lower === null || upper === null ? null : points([lower, upper]);
  const beforeAfter = ({ n, before, after }: BesideFigure["with"]) =>
    n === 0 ? null : `${partText([before, n])} → ${partText([after, n])}`;
  return howSheet(
    words,
    ["action", "result", "years", "with", "with-change", "without", "without-change", "not-told"],
    beside.map((row) => [
      itemName(words, row.action),
      itemName(words, row.result),
      `${row.from}–${row.to}`,
      beforeAfter(row.with),
      change(row.with),
      beforeAfter(row.without),
      change(row.without),
      row.unknown,
    ]),
  );
}
