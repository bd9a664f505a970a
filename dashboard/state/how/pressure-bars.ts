import type { PressureAnswer, PressureFigure } from "@trama/api/contract";
import type { MessageId } from "../../locales/messages.ts";
import { countScale, laidOut, partOf, type StackSeries } from "./stacks.ts";
import { countryName, type HowWords, partText, underHeadings } from "./words.ts";

/** Levels of pressure and the tone of each. */
export const pressureTones = { none: 0, low: 1, high: 3, severe: 4 } as const;
const levels = ["none", "low", "high", "severe"] as const;

/** How many collectives were under which pressure, year by year. */
export function pressureBars({ pressure }: PressureAnswer, words: HowWords): StackSeries {
  const { t } = words.translator;
  return countScale(
    underHeadings(pressure, ({ country }) => countryName(words, country)).map(({ label, rows }) => ({
      label,
      lines: rows.map((row) => ({
        key: `${row.country} ${row.year}`,
        label: `${row.year}`,
        parts: laidOut(levels.map((level) => ({ count: row[level], tone: pressureTones[level] }))),
        text: `${row.collectives}${row.untested > 0 ? ` ▲${row.untested}` : ""}`,
        describe: [
          `${countryName(words, row.country)} ${row.year}`,
          t("how.n", { n: row.collectives }),
          levels.map((level) => `${t(`how.col.${level}`)}: ${row[level]}`).join("; "),
          `${t("how.col.untested")}: ${partText([row.untested, row.fours]) ?? "–"}`,
        ].join(" · "),
      })),
    })),
  );
}

/** How many collectives were under each kind of pressure, whatever its level. */
export function kindBars({ pressure }: PressureAnswer, words: HowWords): StackSeries {
  const { t } = words.translator;
  return countScale(
    underHeadings(
      pressure.flatMap(kindsOf),
      ({ row: { country, year } }) => `${countryName(words, country)} ${year}`,
    ).map(({ label, rows }) => ({
      label,
      lines: rows.map(({ row, kind, count }) => {
        const name = t(`how.kind.${kind}` as MessageId);
        return {
          key: `${row.country} ${row.year} ${kind}`,
          label: name,
          parts: partOf(count, row.collectives),
          text: `${count}/${row.collectives}`,
          describe: [
            `${countryName(words, row.country)} ${row.year}`,
            name,
            t("how.have", { count, n: row.collectives }),
          ].join(" · "),
        };
      }),
    })),
  );
}

const kindsOf = (row: PressureFigure) =>
  Object.entries(row.kinds).flatMap(([kind, count]) => (count > 0 ? [{ row, kind, count }] : []));
