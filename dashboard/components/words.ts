import type { MessageId } from "../locales/messages.ts";
import type { Translator } from "../locales/translate.ts";
import type { Row } from "../state/rows.ts";

const knownFlags = [
  "small-n",
  "unverified",
  "changed-set",
  "rubric-changed",
  "overlapping-intervals",
  "few-movers",
  "empty-stratum",
  "standardised",
  "direction-uncertain",
];

/** A figure in one sentence, as it is read out and shown beside the pointer. */
export function describeRow(row: Row, { t, percent, number }: Translator): string {
  const about = { place: row.place.name, result: row.resultLabel, year: row.year };
  if (row.kind !== "value") return t(`row.${row.kind}`, about);
  const figures = {
    share: percent(row.share),
    n: number(row.n),
    k: number(row.k),
    interval: percent(row.interval),
    median: number(row.median),
  };
  const cautions = row.flags.map((flag) => flagWords(flag, t));
  return [t("row.value", { ...about, ...figures }), ...cautions].join(" · ");
}

/** A caution in words; one that this dashboard does not know yet is shown by its code rather than dropped. */
export function flagWords(flag: string, t: Translator["t"]): string {
  return knownFlags.includes(flag) ? t(`flag.${flag}` as MessageId) : t("flag.other", { flag });
}
