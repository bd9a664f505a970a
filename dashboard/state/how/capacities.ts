import type { CapacitiesAnswer } from "@trama/api/contract";
import type { Sheet } from "../sheet.ts";
import { countryName, type HowWords, howSheet, itemName, middleText } from "./words.ts";

/** Capacities beside the results linked to them, and how many collectives see the two far apart. */
export function capacitiesSheet({ capacities }: CapacitiesAnswer, words: HowWords): Sheet {
  return howSheet(
    words,
    ["capacity", "country", "year", "collectives", "score", "linked", "compared", "apart", "unexplained"],
    capacities.map((row) => [
      itemName(words, row.capacity),
      countryName(words, row.country),
      row.year,
      row.n,
      middleText(row.median),
      middleText(row.linked_median),
      row.compared,
      row.apart,
      row.unexplained,
    ]),
  );
}

/** The capacities that stand two levels or more from their results, one line a collective. */
export function capacityGapsSheet({ scores }: CapacitiesAnswer, words: HowWords): Sheet {
  const { t } = words.translator;
  return howSheet(
    words,
    ["capacity", "collective", "project", "year", "score-given", "linked", "gap", "noted"],
    scores
      .filter(({ gap }) => gap !== null && gap >= 2)
      .map((row) => [
        itemName(words, row.capacity),
        row.collective,
        row.project,
        row.year,
        row.score,
        middleText(row.linked_median),
        row.gap,
        t(row.noted ? "how.member.yes" : "how.member.no"),
      ]),
  );
}
