import type { ActionsAnswer, ContributionFigure } from "@trama/api/contract";
import { type MatrixCell, type MatrixSeries, toneOf } from "./matrix.ts";
import { type HowWords, itemName, middleText, shortName } from "./words.ts";

const sides = ["collective", "pi", "others"] as const;

/** What each side is said to have contributed to a result by an action: its middle rating, actions × results. */
export function contributionSquares({ contributions }: ActionsAnswer, words: HowWords): MatrixSeries {
  const { framework } = words.base;
  const { t } = words.translator;
  const actions = framework.actions.filter(({ code }) => contributions.some(({ action }) => action === code));
  const results = framework.results.filter(({ code }) => contributions.some(({ result }) => result === code));
  return {
    groups: sides.map((side) => ({
      label: t(`how.col.by-${side}`),
      rows: actions.map(({ code }) => ({ key: `${side} ${code}`, label: shortName(words, code) })),
    })),
    columns: results.map(({ code }) => ({ key: code, label: code })),
    cells: sides.flatMap((side) => contributions.flatMap((row) => squareOf(row, side, words))),
  };
}

function squareOf(row: ContributionFigure, side: (typeof sides)[number], words: HowWords): MatrixCell[] {
  const { t } = words.translator;
  const rated = row[side];
  const median = middleText(rated.median);
  if (median === null) return [];
  const unexplained = rated.above_2 > 0 && row.rival_missing > 0;
  return [
    {
      row: `${side} ${row.action}`,
      column: row.result,
      text: `${median}${unexplained ? "!" : ""}`,
      tone: toneOf(rated.median),
      describe: [
        `${itemName(words, row.action)} → ${itemName(words, row.result)}`,
        t("how.rated", { side: t(`how.col.by-${side}`), median, lines: rated.n }),
        t("how.n", { n: row.collectives }),
        ...(unexplained ? [t("how.rival", { count: row.rival_missing })] : []),
      ].join(" · "),
    },
  ];
}
