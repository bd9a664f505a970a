import type { ActionsAnswer, BesideFigure, PressureAnswer } from "@trama/api/contract";
import type { RangeItem, RangeSeries } from "../ranges.ts";
import { type HowWords, itemName, partText, shortName, smallMark } from "./words.ts";

type Matched = BesideFigure["with"];

/** The change of the same collectives with an action and without it, a pair of lines for each result. */
export function besideRanges({ beside }: ActionsAnswer, words: HowWords): RangeSeries {
  const { t } = words.translator;
  return scaled(
    beside.map(({ action, result, from, to, with: taken, without }) => ({
      label: `${shortName(words, action)} · ${result}`,
      items: pairOf(
        words,
        `${itemName(words, action)} → ${itemName(words, result)}, ${from}–${to}`,
        `${action} ${result}`,
        [
          [t("how.col.with"), taken],
          [t("how.col.without"), without],
        ],
      ),
    })),
  );
}

/** The change of the same collectives under high or severe pressure and of the others, a pair of lines for each result. */
export function besidePressureRanges({ beside }: PressureAnswer, words: HowWords): RangeSeries {
  const { t } = words.translator;
  return scaled(
    beside.map(({ result, from, to, pressed, other }) => ({
      label: shortName(words, result),
      items: pairOf(words, `${itemName(words, result)}, ${from}–${to}`, result, [
        [t("how.col.pressed"), pressed],
        [t("how.col.other"), other],
      ]),
    })),
  );
}

const scaled = (groups: RangeSeries["groups"]): RangeSeries => ({
  groups,
  domain: [-1, 1],
  ticks: [-1, -0.5, 0, 0.5, 1],
});

function pairOf(
  words: HowWords,
  about: string,
  key: string,
  pair: readonly (readonly [name: string, group: Matched])[],
): RangeItem[] {
  const { t, points } = words.translator;
  return pair.map(([name, { n, before, after, change, interval }], at) => {
    const [lower, upper] = interval;
    const known = n > 0 && change !== null;
    const figure = known ? points([change, change]) : "n=0";
    const sure = lower === null || upper === null ? null : ([lower, upper] as const);
    return {
      key: `${key} ${at}`,
      label: `${name} (n=${n})`,
      kind: known ? "value" : "unscored",
      band: known ? ([change, change] as const) : null,
      interval: known ? sure : null,
      other: null,
      faint: at > 0,
      text: `${figure}${smallMark(n)}`,
      describe: known
        ? t("how.in-place", {
            about,
            name,
            before: partText([before, n]) ?? "",
            after: partText([after, n]) ?? "",
            change: figure,
            interval: sure ? points(sure) : "–",
          })
        : t("how.in-place.none", { about, name }),
      href: null,
    };
  });
}
