import type { BesidePressureFigure, PressureAnswer } from "@trama/api/contract";
import type { Sheet } from "../sheet.ts";
import { countryName, type HowWords, howSheet, itemName, partText } from "./words.ts";

/** How many collectives were under which pressure, of which kinds, and scores of 4 that nothing tested. */
export function pressureSheet({ pressure }: PressureAnswer, words: HowWords): Sheet {
  const { t } = words.translator;
  return howSheet(
    words,
    ["country", "year", "collectives", "none", "low", "high", "severe", "kinds", "untested"],
    pressure.map((row) => [
      countryName(words, row.country),
      row.year,
      row.collectives,
      row.none,
      row.low,
      row.high,
      row.severe,
      Object.entries(row.kinds)
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => `${t(`how.kind.${kind as "threat"}`)} ${count}`)
        .join(", ") || null,
      partText([row.untested, row.fours]),
    ]),
  );
}

/** How many collectives were under each kind of pressure. */
export function pressureKindsSheet({ pressure }: PressureAnswer, words: HowWords): Sheet {
  const { t } = words.translator;
  return howSheet(
    words,
    ["country", "year", "kinds", "collectives", "of"],
    pressure.flatMap((row) =>
      Object.entries(row.kinds).flatMap(([kind, count]) =>
        count === 0
          ? []
          : [
              [
                countryName(words, row.country),
                `${row.year}`,
                t(`how.kind.${kind as "threat"}`),
                count,
                row.collectives,
              ],
            ],
      ),
    ),
  );
}

/** Changes beside pressure, so that a fall after an eviction is not read as failure. */
export function besidePressureSheet({ beside }: PressureAnswer, words: HowWords): Sheet {
  const { points } = words.translator;
  const change = ({ interval: [lower, upper] }: BesidePressureFigure["pressed"]) =>
    lower === null || upper === null ? null : points([lower, upper]);
  const beforeAfter = ({ n, before, after }: BesidePressureFigure["pressed"]) =>
    n === 0 ? null : `${partText([before, n])} → ${partText([after, n])}`;
  return howSheet(
    words,
    ["result", "years", "pressed", "with-change", "other", "without-change", "not-told"],
    beside.map((row) => [
      itemName(words, row.result),
      `${row.from}–${row.to}`,
      beforeAfter(row.pressed),
      change(row.pressed),
      beforeAfter(row.other),
      change(row.other),
      row.unknown,
    ]),
  );
}
