import type { MessageId } from "../../locales/messages.ts";
import type { Translator } from "../../locales/translate.ts";
import { type Base, countriesByName } from "../base.ts";
import type { Sheet } from "../sheet.ts";

/** What the tables of how results come about need to speak. */
export interface HowWords {
  readonly base: Base;
  readonly translator: Translator;
}

type Heading = MessageId extends infer Id ? (Id extends `how.col.${infer Name}` ? Name : never) : never;
type Values = readonly (string | number | null)[];

/** A table with these headings: numbers are written plainly, what is not known is a dash. */
export function howSheet(
  { translator: { t } }: HowWords,
  headings: readonly Heading[],
  rows: readonly Values[],
): Sheet {
  return {
    columns: headings.map((name, at) => ({
      label: t(`how.col.${name}`),
      number: rows.length > 0 && rows.every((row) => row[at] === null || typeof row[at] === "number"),
    })),
    rows: rows.map((values, number) => ({
      key: `${number}`,
      kind: "value",
      cells: values.map((value) => (value === null ? "–" : `${value}`)),
      data: values,
    })),
    header: headings,
  };
}

/** A middle score: `2`, or `2–3` where two scores stand in the middle; null without any. */
export function middleText([lower, upper]: readonly (number | null)[]): string | null {
  if (lower === null || lower === undefined) return null;
  return lower === upper ? `${lower}` : `${lower}–${upper}`;
}

/** So many of so many: `3/5`; null where there is none to say it of. */
export function partText([k, n]: readonly [number, number]): string | null {
  return n === 0 ? null : `${k}/${n}`;
}

/** The name of a country. */
export function countryName({ base }: HowWords, code: string): string {
  return countriesByName(base).find((place) => place.code === code)?.name ?? code;
}

/** An item of the framework by code and label. */
export function itemName({ base: { framework } }: HowWords, code: string): string {
  const found = [...framework.results, ...framework.actions, ...framework.capacities].find(
    (item) => item.code === code,
  );
  return found ? `${code} ${found.label}` : code;
}

/** An item of the framework by code and the label that fits a chart's line. */
export function shortName({ base: { framework } }: HowWords, code: string): string {
  const found = [...framework.results, ...framework.actions, ...framework.capacities].find(
    (item) => item.code === code,
  );
  return found ? `${code} ${found.short}` : code;
}

/** The mark of a figure of fewer than ten collectives. */
export function smallMark(n: number): string {
  return n > 0 && n < 10 ? "*" : "";
}

/** Rows under a heading each, in the order of first appearance; where all would have the same, under none. */
export function underHeadings<Row>(
  rows: readonly Row[],
  headingOf: (row: Row) => string,
): { label: string | null; rows: Row[] }[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(headingOf(row), [...(groups.get(headingOf(row)) ?? []), row]);
  return [...groups].map(([label, rows]) => ({ label: groups.size > 1 ? label : null, rows }));
}
