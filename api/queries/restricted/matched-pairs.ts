import type { Score } from "@trama/data/framework";
import type { MatchedGroup } from "@trama/data/statistics";
import { sql } from "kysely";
import type { BesideFigure } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { type Asked, fits } from "./narrowed.ts";

/** A result of one collective in two years. */
export interface MatchedPair {
  readonly collective: string;
  readonly result: string;
  readonly before: Score;
  readonly after: Score;
}

/** Every result in reach that has a score in both years. */
export async function findMatchedPairs(
  rows: ScopedDb,
  asked: Asked,
  [from, to]: readonly [from: number, to: number],
): Promise<MatchedPair[]> {
  const query = sql<MatchedPair>`(
    SELECT b.collective, b.result, b.score AS before, a.score AS after
    FROM (SELECT * FROM year_score WHERE ${fits({ ...asked, time: [from, from] })} AND score IS NOT NULL) b
    JOIN (SELECT * FROM year_score WHERE ${fits({ ...asked, time: [to, to] })} AND score IS NOT NULL) a USING (collective, result)
  )`;
  return (await rows.selectFrom(query.as("pairs")).selectAll().execute()) as MatchedPair[];
}

/** A matched group as an answer gives it. */
export function groupFigure({ change, ...counts }: MatchedGroup): BesideFigure["with"] {
  return {
    ...counts,
    change: change?.difference ?? null,
    interval: change === null ? [null, null] : [change.lower, change.upper],
  };
}
