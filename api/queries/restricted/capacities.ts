import { capacities } from "@trama/data/framework";
import { levelsApart, middleOf } from "@trama/data/statistics";
import { sql } from "kysely";
import type { CapacitiesQuery, CapacityFigure, CapacityScore } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { bandOf, fits, groupBy, periodEnd } from "./narrowed.ts";

/** A gap that asks for a note, in levels. */
export const gapThatAsks = 2;

interface Filed {
  readonly capacity: string;
  readonly collective: string;
  readonly country: string;
  readonly project: string;
  readonly year: number;
  readonly score: number;
  readonly noted: boolean;
  readonly linked: readonly number[] | null;
}

/** Each capacity as it was scored by itself, beside the middle score of its linked results of the same collective and year. */
export async function findCapacityScores(
  rows: ScopedDb,
  asked: Omit<CapacitiesQuery, "format">,
): Promise<CapacityScore[]> {
  const links = capacities.flatMap(({ code, links: { results } }) =>
    results.map((result) => sql`(${code}, ${result.code})`),
  );
  const codes = asked.capacity ?? capacities.map(({ code }) => code);
  const query = sql<Filed>`(
    WITH latest AS (
      SELECT indicator AS capacity, collective, country, project, year, score, noted FROM observation
      WHERE ${fits(asked, ["indicator", codes])} AND panel = 'accepted' AND score IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY collective, indicator, year ORDER BY ${periodEnd} DESC, revision DESC) = 1
    ),
    linked AS (
      SELECT l.capacity, y.collective, y.year, list_sort(list(y.score)) AS linked
      FROM (VALUES ${sql.join(links)}) AS l(capacity, result) JOIN year_score y USING (result)
      WHERE y.score IS NOT NULL GROUP BY ALL
    )
    SELECT c.*, k.linked FROM latest c LEFT JOIN linked k USING (capacity, collective, year)
    ORDER BY c.capacity, c.country, c.year, c.collective
  )`;
  const found = (await rows.selectFrom(query.as("filed")).selectAll().execute()) as Filed[];
  return found.map(({ linked, ...row }) => {
    const middle = middleOf(linked ?? []);
    return {
      ...row,
      linked: linked?.length ?? 0,
      linked_median: bandOf(middle),
      gap: middle === null ? null : levelsApart(row.score, middle),
    };
  });
}

/** The same by capacity, country and year. */
export function capacityFigures(scores: readonly CapacityScore[]): CapacityFigure[] {
  return groupBy(scores, ({ capacity, country, year }) => `${capacity} ${country} ${year}`).map((group) => {
    const { capacity, country, year } = group[0] as CapacityScore;
    const compared = group.filter(({ gap }) => gap !== null);
    const apart = compared.filter(({ gap }) => (gap ?? 0) >= gapThatAsks);
    return {
      capacity,
      country,
      year,
      n: group.length,
      median: bandOf(middleOf(group.map(({ score }) => score))),
      linked_median: bandOf(middleOf(compared.map(({ linked_median }) => linked_median[0] ?? 0))),
      compared: compared.length,
      apart: apart.length,
      unexplained: apart.filter(({ noted }) => !noted).length,
    };
  });
}
