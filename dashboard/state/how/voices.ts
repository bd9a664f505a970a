import type { VoiceFigure, VoicesAnswer } from "@trama/api/contract";
import type { Sheet } from "../sheet.ts";
import { countryName, type HowWords, howSheet, itemName, middleText } from "./words.ts";

/** What the panels of the same collectives say of each result, side by side, and how far apart they are. */
export function voicesSheet({ voices }: VoicesAnswer, words: HowWords): Sheet {
  const heard = ({ panels }: VoiceFigure, panel: string) => {
    const found = panels[panel];
    return found ? `${middleText(found.median)} (${found.n})` : null;
  };
  return howSheet(
    words,
    [
      ...(["result", "country", "year", "women-panel", "youth-panel", "leadership-panel", "assembly-panel"] as const),
      ...(["compared", "apart", "women-lowest", "youth-lowest", "agreement"] as const),
    ],
    voices.map((row) => [
      itemName(words, row.result),
      countryName(words, row.country),
      row.year,
      heard(row, "women"),
      heard(row, "youth"),
      heard(row, "leadership"),
      heard(row, "assembly"),
      row.compared,
      row.gaps.slice(2).reduce((sum, count) => sum + count, 0),
      row.women_lowest,
      row.youth_lowest,
      row.agreement === null ? null : Math.round(row.agreement * 100) / 100,
    ]),
  );
}
