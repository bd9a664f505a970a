import { tieFunctions, tieLevels } from "@trama/data/codelists";
import { tieChanges } from "@trama/data/statistics";
import { sql } from "kysely";
import type { CollectivePosition, NetworkFigure, TieChangeFigure, TieFigure, TiesQuery } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { type Cohesion, cohesionOf } from "./cohesion.ts";
import { networkOf, type Position } from "./graph.ts";
import { comparedYears, fits, groupBy, periodEnd } from "./narrowed.ts";

/** Levels beyond the collective; the publication asks for a network at each. */
const levels = tieLevels.codes.map(({ code }) => code).filter((code) => code !== "inside");
const functions = tieFunctions.codes.map(({ code }) => code);

/** A tie as last told of in a year. */
export interface YearTie {
  readonly collective: string;
  readonly ally: string;
  readonly country: string;
  readonly project: string;
  readonly year: number;
  readonly level: string;
  readonly function: string | null;
  readonly active: boolean | null;
  readonly used: boolean | null;
  readonly direction: string | null;
  readonly held_by_several: boolean | null;
  readonly through_pi: boolean | null;
}

/** The ties of each year in reach, each as the latest period of the year has it. */
export async function findYearTies(rows: ScopedDb, asked: Omit<TiesQuery, "format">): Promise<YearTie[]> {
  const query = sql<YearTie>`(
    SELECT collective, ally, country, project, year, level, function, active, used, direction, held_by_several, through_pi
    FROM tie WHERE ${fits(asked)}
    QUALIFY row_number() OVER (PARTITION BY collective, ally, year ORDER BY ${periodEnd} DESC) = 1
    ORDER BY country, year, collective, ally
  )`;
  return (await rows.selectFrom(query.as("told")).selectAll().execute()) as YearTie[];
}

/** Pairs of subgroups in contact and possible, by country and year: bonding, from the grids that collectives filled in. */
export async function findPairs(
  rows: ScopedDb,
  asked: Omit<TiesQuery, "format">,
): Promise<ReadonlyMap<string, [inContact: number, possible: number]>> {
  const query = sql`(
    SELECT country, year, sum(numerator)::INTEGER AS in_contact, sum(denominator)::INTEGER AS possible FROM (
      SELECT * FROM observation
      WHERE ${fits(asked)} AND indicator = 'BO1' AND panel = 'accepted' AND numerator IS NOT NULL AND denominator > 0
      QUALIFY row_number() OVER (PARTITION BY collective, year ORDER BY ${periodEnd} DESC, revision DESC) = 1
    ) GROUP BY ALL
  )`;
  const found = (await rows.selectFrom(query.as("pairs")).selectAll().execute()) as {
    country: string;
    year: number;
    in_contact: number;
    possible: number;
  }[];
  return new Map(
    found.map(({ country, year, in_contact, possible }) => [`${country} ${year}`, [in_contact, possible]]),
  );
}

/** Measures of ties by country and year. What a tie does not say of itself is in no part. */
export function tieFigures(
  ties: readonly YearTie[],
  pairs: ReadonlyMap<string, [inContact: number, possible: number]>,
): TieFigure[] {
  return groupBy(ties, ({ country, year }) => `${country} ${year}`).map((group) => {
    const { country, year } = group[0] as YearTie;
    const active = group.filter((tie) => tie.active === true);
    const having = (holds: (tie: YearTie) => boolean) => new Set(active.filter(holds).map((tie) => tie.collective));
    const atLevels = levels.map((level) => [level, having((tie) => tie.level === level)] as const);
    const part = (of: keyof YearTie, is: (value: unknown) => boolean): [number, number] => {
      const said = active.filter((tie) => tie[of] !== null);
      return [said.filter((tie) => is(tie[of])).length, said.length];
    };
    const collectives = new Set(group.map(({ collective }) => collective));
    return {
      country,
      year,
      collectives: collectives.size,
      active: active.length,
      levels: Object.fromEntries(atLevels.map(([level, found]) => [level, found.size])),
      every_level: [...collectives].filter((one) => atLevels.every(([, found]) => found.has(one))).length,
      functions: Object.fromEntries(functions.map((code) => [code, having((tie) => tie.function === code).size])),
      used: part("used", (value) => value === true),
      two_way: part("direction", (value) => value === "both"),
      held_by_several: part("held_by_several", (value) => value === true),
      not_through_pi: part("through_pi", (value) => value === false),
      pairs_in_contact: pairs.get(`${country} ${year}`) ?? [0, 0],
    };
  });
}

/** Active ties kept, gained and lost among the same collectives, by country. */
export function tieChangeFigures(ties: readonly YearTie[], time: TiesQuery["time"]): TieChangeFigure[] {
  const years = comparedYears(
    time,
    ties.map(({ year }) => year),
  );
  if (years === null) return [];
  const [from, to] = years;
  return groupBy(
    ties.filter(({ year }) => year === from || year === to),
    ({ country }) => country,
  ).map((group) => {
    const activeIn = (year: number) =>
      new Map(
        groupBy(
          group.filter((tie) => tie.year === year),
          ({ collective }) => collective,
        ).map((own) => [
          (own[0] as YearTie).collective,
          new Set(own.filter(({ active }) => active === true).map(({ ally }) => ally)),
        ]),
      );
    return { country: (group[0] as YearTie).country, from, to, ...tieChanges(activeIn(from), activeIn(to)) };
  });
}

/** The network of active ties in reach, year by year, and where each collective stands in it. */
export function networkFigures(ties: readonly YearTie[]): {
  network: NetworkFigure[];
  positions: CollectivePosition[];
} {
  const byYear = groupBy(ties, ({ year }) => `${year}`).sort((a, b) => (a[0]?.year ?? 0) - (b[0]?.year ?? 0));
  const each = byYear.map((group) => {
    const year = (group[0] as YearTie).year;
    const active = group.filter((tie) => tie.active === true);
    const collectives = groupBy(group, ({ collective }) => collective).map((own) => own[0] as YearTie);
    const codes = collectives.map(({ collective }) => collective);
    const { positions, components, largest } = networkOf(
      codes,
      active.map(({ collective, ally }) => [collective, ally] as const),
    );
    const at = new Map(codes.map((code, index) => [code, index]));
    const allies = groupBy(active, ({ ally }) => ally).map((tied) => [
      ...new Set(tied.map(({ collective }) => at.get(collective) as number)),
    ]);
    const peers = peersOf(codes.length, allies);
    const cohesion = cohesionOf(peers);
    const figure: NetworkFigure = {
      year,
      collectives: collectives.length,
      allies: allies.length,
      ties: active.length,
      shared: allies.filter((tied) => tied.length > 1).length,
      components,
      largest,
      isolated: codes.filter((code) => positions.get(code)?.degree === 0).length,
      closed: cohesion.transitivity,
    };
    const standing = collectives.map(({ collective, country, project }, index): CollectivePosition => {
      const { degree, betweenness, closeness, eigenvector } = positions.get(collective) as Position;
      const shared = { peers: (peers[index] as number[]).length, ...(cohesion.each[index] as Cohesion) };
      return { year, collective, country, project, degree, betweenness, closeness, eigenvector, ...shared };
    });
    return { figure, standing };
  });
  return { network: each.map(({ figure }) => figure), positions: each.flatMap(({ standing }) => standing) };
}

/** With whom each collective shares an ally: a network of collectives alone, in which neighbours can be tied too. */
function peersOf(collectives: number, allies: readonly (readonly number[])[]): number[][] {
  const peers = Array.from({ length: collectives }, () => new Set<number>());
  for (const tied of allies)
    for (const one of tied) for (const other of tied) if (one !== other) (peers[one] as Set<number>).add(other);
  return peers.map((own) => [...own]);
}
