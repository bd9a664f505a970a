import type { VoiceFigure, VoicesAnswer } from "@trama/api/contract";
import type { MessageId } from "../../locales/messages.ts";
import { type MatrixCell, type MatrixSeries, toneOf } from "./matrix.ts";
import { countryName, type HowWords, itemName, middleText, shortName, smallMark, underHeadings } from "./words.ts";

const known = ["women", "youth", "leadership", "assembly", "discriminated-subgroup"] as const;

/** What each panel says of each result, side by side, and in how many collectives two of them lie two levels apart. */
export function voiceSquares({ voices }: VoicesAnswer, words: HowWords): MatrixSeries {
  const { t } = words.translator;
  const panels = known.filter((panel) => voices.some((row) => row.panels[panel]));
  return {
    groups: underHeadings(voices, ({ country, year }) => `${countryName(words, country)} ${year}`).map(
      ({ label, rows }) => ({
        label,
        rows: inFrameworkOrder(rows, words).map((row) => ({ key: keyOf(row), label: shortName(words, row.result) })),
      }),
    ),
    columns: [
      ...panels.map((panel) => ({ key: panel, label: t(`how.panel.${panel}` as MessageId) })),
      { key: "apart", label: t("how.col.apart") },
    ],
    cells: voices.flatMap((row) => [
      ...panels.flatMap((panel) => heardOf(row, panel, words)),
      ...(row.compared === 0
        ? []
        : [{ row: keyOf(row), column: "apart", text: apartOf(row), tone: null, describe: gapsOf(row, words) }]),
    ]),
  };
}

function heardOf(row: VoiceFigure, panel: string, words: HowWords): MatrixCell[] {
  const { t } = words.translator;
  const heard = row.panels[panel];
  const median = heard ? middleText(heard.median) : null;
  if (!heard || median === null) return [];
  return [
    {
      row: keyOf(row),
      column: panel,
      text: `${median}${smallMark(heard.n)} (${heard.n})`,
      tone: toneOf(heard.median),
      describe: [
        itemName(words, row.result),
        `${countryName(words, row.country)} ${row.year}`,
        `${t(`how.panel.${panel}` as MessageId)}: ${median}`,
        t("how.n", { n: heard.n }),
      ].join(" · "),
    },
  ];
}

function gapsOf(row: VoiceFigure, words: HowWords): string {
  const { t } = words.translator;
  return [
    itemName(words, row.result),
    t("how.apart.panels", { count: farApart(row), compared: row.compared }),
    t("how.lowest", { women: row.women_lowest, youth: row.youth_lowest }),
    t("how.agreement", { alpha: row.agreement === null ? "–" : `${Math.round(row.agreement * 100) / 100}` }),
  ].join(" · ");
}

function inFrameworkOrder(rows: readonly VoiceFigure[], { base: { framework } }: HowWords): VoiceFigure[] {
  const place = new Map(framework.results.map(({ code }, at) => [code, at]));
  return [...rows].sort((a, b) => (place.get(a.result) ?? 0) - (place.get(b.result) ?? 0));
}

const keyOf = ({ country, year, result }: VoiceFigure) => `${country} ${year} ${result}`;
const farApart = ({ gaps }: VoiceFigure) => gaps.slice(2).reduce((sum, count) => sum + count, 0);
const apartOf = (row: VoiceFigure) => `${farApart(row)}/${row.compared}`;
