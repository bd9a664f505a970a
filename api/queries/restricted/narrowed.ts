import { countryCode, periodEnd as periodEndSql } from "@trama/data/store";
import { type RawBuilder, sql } from "kysely";

/** What figures about how results come about are asked for by; a part left out means all. */
export interface Asked {
  readonly country?: readonly string[] | undefined;
  readonly project?: readonly string[] | undefined;
  readonly time?: readonly [from: number, to: number] | undefined;
}

type Part = readonly [column: string, codes: readonly string[] | undefined];

/** The condition that rows with a country, a project and a year fit what was asked, and further columns their codes. */
export function fits({ country, project, time }: Asked, ...more: readonly Part[]): RawBuilder<unknown> {
  const parts: Part[] = [["country", country], ["project", project], ...more];
  const years = time === undefined ? sql`` : sql`AND year BETWEEN ${time[0]} AND ${time[1]}`;
  return sql`true ${sql.join(
    parts.map((part) => among(...part)),
    sql` `,
  )} ${years}`;
}

/** The further condition that a column has one of these codes, countries as scores keep them; none where they are left out. */
export function among(column: string, codes: readonly string[] | undefined): RawBuilder<unknown> {
  if (codes === undefined) return sql``;
  const each = codes.map((code) => (/\bcountry$/.test(column) ? countryCode(sql.val(code)) : sql.val(code)));
  return sql`AND ${sql.ref(column)} IN (${sql.join(each)})`;
}

/** The two years that are compared: the ends of the span asked for, otherwise the last year known and the one before. */
export function comparedYears(
  time: Asked["time"],
  years: readonly number[],
): readonly [from: number, to: number] | null {
  if (time !== undefined && time[0] < time[1]) return [time[0], time[1]];
  const last = time?.[1] ?? Math.max(...years);
  return Number.isFinite(last) ? [last - 1, last] : null;
}

/** Orders the periods of a year by their end, an annual one last; part of a query. */
export const periodEnd = sql.raw(periodEndSql);

/** Groups rows by a key made of some of their parts, in the order of first appearance. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** The middle of levels as an answer gives it. */
export function bandOf(middle: readonly [number, number] | null): [number | null, number | null] {
  return middle === null ? [null, null] : [middle[0], middle[1]];
}
