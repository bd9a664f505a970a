import type { TieFigure, TiesAnswer } from "@trama/api/contract";
import type { MessageId } from "../../locales/messages.ts";
import type { Sheet } from "../sheet.ts";
import { countScale, partOf, type StackLine, type StackSeries } from "./stacks.ts";
import { countryName, type HowWords, howSheet } from "./words.ts";

interface Reached {
  readonly kind: "level" | "function";
  readonly name: string;
  readonly count: number;
}

/** At which levels, and for what, collectives have an active tie: so many of those of which ties are told. */
export function levelBars({ ties }: TiesAnswer, words: HowWords): StackSeries {
  const { t } = words.translator;
  const groups = ties.flatMap((figure) =>
    (["level", "function"] as const).map((kind) => ({
      label: [...(ties.length > 1 ? [placeOf(figure, words)] : []), t(`how.group.${kind}`)].join(" · "),
      lines: reachedOf(figure, words)
        .filter((one) => one.kind === kind)
        .map(({ name, count }): StackLine => {
          return {
            key: `${figure.country} ${figure.year} ${kind} ${name}`,
            label: name,
            parts: partOf(count, figure.collectives),
            text: `${count}/${figure.collectives}`,
            describe: [placeOf(figure, words), name, t("how.have", { count, n: figure.collectives })].join(" · "),
          };
        }),
    })),
  );
  return countScale(groups);
}

/** The same as a table. */
export function levelsSheet({ ties }: TiesAnswer, words: HowWords): Sheet {
  return howSheet(
    words,
    ["country", "year", "level", "collectives", "of"],
    ties.flatMap((figure) =>
      reachedOf(figure, words).map(({ name, count }) => [
        countryName(words, figure.country),
        `${figure.year}`,
        name,
        count,
        figure.collectives,
      ]),
    ),
  );
}

/** What share of the active ties has which quality, of those that say. */
export function qualityBars({ ties }: TiesAnswer, words: HowWords): StackSeries {
  const { t, percent } = words.translator;
  const qualities = [
    ["used", "used"],
    ["two_way", "two-way"],
    ["held_by_several", "several"],
    ["not_through_pi", "not-pi"],
    ["pairs_in_contact", "bonding"],
  ] as const;
  return {
    groups: ties.map((figure) => ({
      label: ties.length > 1 ? placeOf(figure, words) : null,
      lines: qualities.map(([quality, name]): StackLine => {
        const [k, n] = figure[quality];
        const share = n === 0 ? 0 : k / n;
        const label = t(`how.col.${name}`);
        const said = n === 0 ? t("how.not-told") : t("how.part", { k, n });
        return {
          key: `${figure.country} ${figure.year} ${quality}`,
          label,
          parts:
            n === 0
              ? []
              : [
                  { from: 0, to: share, tone: 3 as const, text: k === 0 ? "" : percent([share, share]) },
                  { from: share, to: 1, tone: "open" as const, text: "" },
                ].filter(({ from, to }) => from < to),
          text: n === 0 ? "n=0" : `${k}/${n}`,
          describe: [placeOf(figure, words), label, said].join(" · "),
        };
      }),
    })),
    domain: [0, 1],
    ticks: [0, 0.25, 0.5, 0.75, 1],
  };
}

/** Active ties lost to the left and gained to the right, among the same collectives. */
export function tieChangeBars({ changes }: TiesAnswer, words: HowWords): StackSeries {
  const { t } = words.translator;
  return countScale([
    {
      label: null,
      lines: changes.map(({ country, from, to, matched, kept, gained, lost }): StackLine => {
        const said = t("how.kept", { kept, gained, lost });
        return {
          key: country,
          label: `${countryName(words, country)} (n=${matched})`,
          parts: [
            { from: -lost, to: 0, tone: 1 as const, text: `${lost}` },
            { from: 0, to: gained, tone: 3 as const, text: `${gained}` },
          ].filter((part) => part.from < part.to),
          text: `+${gained} −${lost}`,
          describe: [`${countryName(words, country)} ${from}–${to}`, t("how.n", { n: matched }), said].join(" · "),
        };
      }),
    },
  ]);
}

function reachedOf(figure: TieFigure, { translator: { t } }: HowWords): Reached[] {
  const named = (kind: Reached["kind"], counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(
      ([code, count]): Reached => ({ kind, name: t(`how.${kind}.${code}` as MessageId), count }),
    );
  return [
    ...named("level", figure.levels),
    { kind: "level", name: t("how.level.every"), count: figure.every_level },
    ...named("function", figure.functions),
  ];
}

function placeOf({ country, year }: TieFigure, words: HowWords): string {
  return `${countryName(words, country)} ${year}`;
}
