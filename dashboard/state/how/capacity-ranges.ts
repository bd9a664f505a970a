import type { CapacitiesAnswer } from "@trama/api/contract";
import type { RangeSeries } from "../ranges.ts";
import { countryName, type HowWords, itemName, middleText, shortName, smallMark, underHeadings } from "./words.ts";

/** The middle score of each capacity, beside the middle of its linked results; those far apart are counted at the end. */
export function capacityRanges({ capacities }: CapacitiesAnswer, words: HowWords): RangeSeries {
  const { t } = words.translator;
  const ends = ([lower, upper]: readonly (number | null)[]) =>
    typeof lower === "number" && typeof upper === "number" ? ([lower, upper] as const) : null;
  return {
    groups: underHeadings(capacities, ({ country, year }) => `${countryName(words, country)} ${year}`).map(
      ({ label, rows }) => ({
        label,
        items: rows.map((row) => ({
          key: `${row.country} ${row.year} ${row.capacity}`,
          label: shortName(words, row.capacity),
          kind: ends(row.median) ? "value" : "unscored",
          band: ends(row.median),
          interval: null,
          other: ends(row.linked_median),
          text: `${middleText(row.median) ?? "n=0"}${smallMark(row.n)}${row.apart > 0 ? ` ▲${row.apart}` : ""}`,
          describe: [
            itemName(words, row.capacity),
            `${countryName(words, row.country)} ${row.year}`,
            t("how.n", { n: row.n }),
            t("how.linked", { own: middleText(row.median) ?? "–", linked: middleText(row.linked_median) ?? "–" }),
            t("how.apart", { count: row.apart, compared: row.compared, unexplained: row.unexplained }),
          ].join(" · "),
          href: null,
        })),
      }),
    ),
    domain: [0, 4],
    ticks: [0, 1, 2, 3, 4],
  };
}
