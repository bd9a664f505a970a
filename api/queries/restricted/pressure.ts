import { pressureKinds } from "@trama/data/codelists";
import { resultCodes } from "@trama/data/framework";
import { matchedGroup } from "@trama/data/statistics";
import { sql } from "kysely";
import type { BesidePressureFigure, PressureFigure, PressureQuery } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { findMatchedPairs, groupFigure } from "./matched-pairs.ts";
import { type Asked, comparedYears, fits, groupBy, periodEnd } from "./narrowed.ts";

const levels = ["none", "low", "high", "severe"] as const;
type Level = (typeof levels)[number];

/** The pressure on one collective in a year: its highest level, and every kind that is told of. */
interface YearPressure {
  readonly collective: string;
  readonly country: string;
  readonly year: number;
  readonly highest: number;
  readonly kinds: readonly string[] | null;
}

function findYearPressure(rows: ScopedDb, asked: Asked): Promise<YearPressure[]> {
  const order = levels.map((level, at) => sql`WHEN ${level} THEN ${sql.raw(`${at}`)}`);
  const query = sql<YearPressure>`(
    SELECT collective, country, year, max(CASE level ${sql.join(order, sql` `)} END)::INTEGER AS highest,
      list_distinct(list(kind) FILTER (kind IS NOT NULL AND level <> 'none')) AS kinds
    FROM pressure WHERE ${fits(asked)} GROUP BY ALL ORDER BY country, year, collective
  )`;
  return rows.selectFrom(query.as("pressed")).selectAll().execute() as Promise<YearPressure[]>;
}

/** How many collectives were under which pressure, by country and year, and how many scores of 4 nothing tested. */
export async function findPressure(rows: ScopedDb, asked: Omit<PressureQuery, "format">): Promise<PressureFigure[]> {
  const fours = sql<{ country: string; year: number; fours: number; untested: number }>`(
    SELECT country, year, count(*)::INTEGER AS fours, count(*) FILTER (tested IS NOT TRUE)::INTEGER AS untested FROM (
      SELECT country, year, score, tested FROM observation
      WHERE ${fits(asked)} AND result IS NOT NULL AND panel = 'accepted' AND score IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY collective, result, year ORDER BY ${periodEnd} DESC, revision DESC) = 1
    ) WHERE score = 4 GROUP BY ALL
  )`;
  const [pressed, four] = await Promise.all([
    findYearPressure(rows, asked),
    rows.selectFrom(fours.as("fours")).selectAll().execute() as Promise<
      { country: string; year: number; fours: number; untested: number }[]
    >,
  ]);
  return groupBy(pressed, ({ country, year }) => `${country} ${year}`).map((group) => {
    const { country, year } = group[0] as YearPressure;
    const at = (level: Level) => group.filter(({ highest }) => levels[highest] === level).length;
    const scored = four.find((row) => row.country === country && row.year === year);
    return {
      country,
      year,
      collectives: group.length,
      none: at("none"),
      low: at("low"),
      high: at("high"),
      severe: at("severe"),
      kinds: Object.fromEntries(
        pressureKinds.codes.map(({ code }) => [code, group.filter(({ kinds }) => kinds?.includes(code)).length]),
      ),
      fours: scored?.fours ?? 0,
      untested: scored?.untested ?? 0,
    };
  });
}

/** The change of each result among collectives under high or severe pressure in the last year, and among the others. */
export async function findBesidePressure(
  rows: ScopedDb,
  asked: Omit<PressureQuery, "format">,
): Promise<BesidePressureFigure[]> {
  const known = await rows.selectFrom("pressure").select("year").distinct().execute();
  const years = comparedYears(
    asked.time,
    known.map(({ year }) => year),
  );
  if (years === null) return [];
  const [from, to] = years;
  const [pressed, pairs] = await Promise.all([
    findYearPressure(rows, { ...asked, time: [to, to] }),
    findMatchedPairs(rows, asked, years),
  ]);
  const highest = new Map(pressed.map((one) => [one.collective, one.highest]));
  const isPressed = (collective: string) => (highest.get(collective) ?? 0) >= levels.indexOf("high");
  return resultCodes.flatMap((result) => {
    const matched = pairs.filter((pair) => pair.result === result);
    const told = matched.filter(({ collective }) => highest.has(collective));
    if (told.length === 0) return [];
    const group = (which: boolean) =>
      groupFigure(
        matchedGroup(
          told
            .filter(({ collective }) => isPressed(collective) === which)
            .map(({ before, after }) => [before, after] as const),
        ),
      );
    return [{ result, from, to, pressed: group(true), other: group(false), unknown: matched.length - told.length }];
  });
}
