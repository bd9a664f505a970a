import type { ActionFigure, ActionsAnswer } from "@trama/api/contract";
import { countScale, laidOut, type StackLine, type StackSeries } from "./stacks.ts";
import { countryName, type HowWords, itemName, shortName, underHeadings } from "./words.ts";

/** How many collectives took each action, by the score that they gave it. */
export function actionBars({ actions }: ActionsAnswer, words: HowWords): StackSeries {
  return countScale(
    underHeadings(actions, ({ country, year }) => `${countryName(words, country)} ${year}`).map(({ label, rows }) => ({
      label,
      lines: rows.map((row) => lineOf(row, words)),
    })),
  );
}

function lineOf(row: ActionFigure, words: HowWords): StackLine {
  const { t } = words.translator;
  const open = row.collectives - row.scored;
  const said = [
    ...row.scores.flatMap((count, score) => (count === 0 ? [] : [t("how.score", { score, count })])),
    ...(open === 0 ? [] : [t("how.unscored", { count: open })]),
  ];
  return {
    key: `${row.country} ${row.year} ${row.action}`,
    label: shortName(words, row.action),
    parts: laidOut([
      ...row.scores.map((count, score) => ({ count, tone: score as 0 | 1 | 2 | 3 | 4 })),
      { count: open, tone: "open" },
    ]),
    text: `${row.collectives}`,
    describe: [
      itemName(words, row.action),
      `${countryName(words, row.country)} ${row.year}`,
      t("how.n", { n: row.collectives }),
      said.join("; "),
    ].join(" · "),
  };
}
