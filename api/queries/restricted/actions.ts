import { actionCodes, actions, findItem } from "@trama/data/framework";
import { matchedGroup, middleOf } from "@trama/data/statistics";
import { sql } from "kysely";
import type { ActionFigure, ActionsQuery, BesideFigure, ContributionFigure } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { findMatchedPairs, groupFigure } from "./matched-pairs.ts";
import { bandOf, comparedYears, fits, groupBy, periodEnd } from "./narrowed.ts";

type AskedActions = Omit<ActionsQuery, "format">;

interface Scored {
  readonly action: string;
  readonly country: string;
  readonly year: number;
  readonly score: number | null;
  readonly preventive: boolean;
  readonly emergency: boolean;
  readonly women: number;
  readonly men: number;
  readonly youth: number;
}

/**
 * What was done, by action, country and year: how many collectives, their scores on the action's anchors, and how many
 * people took part. A line names one result, so an action stands on several lines: each collective counts once a year with
 * its latest score, and people once a period with the largest count that was filed.
 */
export async function findActions(rows: ScopedDb, asked: AskedActions): Promise<ActionFigure[]> {
  const query = sql<Scored>`(
    WITH filed AS (SELECT * FROM action WHERE ${fits(asked, ["action", asked.action])}),
    took_part AS (
      SELECT collective, action, country, year, sum(women) AS women, sum(men) AS men, sum(youth) AS youth FROM (
        SELECT collective, action, country, year, period, max(women) AS women, max(men) AS men, max(youth) AS youth
        FROM filed GROUP BY ALL
      ) GROUP BY ALL
    ),
    latest AS (
      SELECT collective, action, country, year, arg_max(score, ${periodEnd}) FILTER (score IS NOT NULL) AS score,
        coalesce(bool_or(mode = 'preventive'), false) AS preventive, coalesce(bool_or(mode = 'emergency'), false) AS emergency
      FROM filed GROUP BY ALL
    )
    SELECT action, country, year, score, preventive, emergency,
      coalesce(women, 0)::INTEGER AS women, coalesce(men, 0)::INTEGER AS men, coalesce(youth, 0)::INTEGER AS youth
    FROM latest JOIN took_part USING (collective, action, country, year) ORDER BY action, country, year, collective
  )`;
  const found = (await rows.selectFrom(query.as("scored")).selectAll().execute()) as Scored[];
  return groupBy(found, ({ action, country, year }) => `${action} ${country} ${year}`).map((group) => {
    const { action, country, year } = group[0] as Scored;
    const scores = group.flatMap(({ score }) => (score === null ? [] : [score]));
    const sum = (of: (row: Scored) => number) => group.reduce((total, row) => total + of(row), 0);
    return {
      action,
      country,
      year,
      collectives: group.length,
      scored: scores.length,
      scores: [0, 1, 2, 3, 4].map((level) => scores.filter((score) => score === level).length),
      median: bandOf(middleOf(scores)),
      preventive: sum(({ preventive }) => Number(preventive)),
      emergency: sum(({ emergency }) => Number(emergency)),
      women: sum(({ women }) => women),
      men: sum(({ men }) => men),
      youth: sum(({ youth }) => youth),
    };
  });
}

const contributors = ["collective", "pi", "others"] as const;

/** Which action worked towards which result, through which capacities, and how much each side is said to have contributed. */
export async function findContributions(rows: ScopedDb, asked: AskedActions): Promise<ContributionFigure[]> {
  const found = await rows
    .selectFrom("action")
    .where(sql<boolean>`${fits(asked, ["action", asked.action])} AND result IS NOT NULL`)
    .select(["action", "result", "collective", "rival_stated"])
    .select(["contribution_collective", "contribution_pi", "contribution_others"])
    .orderBy("action")
    .orderBy("result")
    .execute();
  return groupBy(found, ({ action, result }) => `${action} ${result}`).map((group) => {
    const { action, result } = group[0] as { action: string; result: string };
    const item = actions.find(({ code }) => code === action);
    const towards = findItem(result);
    const ratings = (who: (typeof contributors)[number]) =>
      group.flatMap((row) => {
        const rating = row[`contribution_${who}`];
        return rating === null ? [] : [rating];
      });
    const rated = (who: (typeof contributors)[number]) => ({
      n: ratings(who).length,
      median: bandOf(middleOf(ratings(who))),
      above_2: ratings(who).filter((rating) => rating > 2).length,
    });
    return {
      action,
      capacities: item?.links.capacities.map(({ code }) => code) ?? [],
      result,
      locus: towards?.kind === "result" ? [...towards.locus] : [],
      linked: item?.links.results.some(({ code }) => code === result) ?? false,
      collectives: new Set(group.map(({ collective }) => collective)).size,
      collective: rated("collective"),
      pi: rated("pi"),
      others: rated("others"),
      rival_missing: group.filter(
        (row) => !row.rival_stated && contributors.some((who) => (row[`contribution_${who}`] ?? 0) > 2),
      ).length,
    };
  });
}

/**
 * Results beside actions: the change of each linked result among collectives that report the action after the first year,
 * and among those that report others and not this one. It is an association and says nothing of causes.
 */
export async function findBeside(rows: ScopedDb, asked: AskedActions): Promise<BesideFigure[]> {
  const known = await rows.selectFrom("action").select("year").distinct().execute();
  const years = comparedYears(
    asked.time,
    known.map(({ year }) => year),
  );
  if (years === null) return [];
  const [from, to] = years;
  const taken = await rows
    .selectFrom("action")
    .where(sql<boolean>`${fits({ ...asked, time: [from + 1, to] })}`)
    .select(["collective", "action"])
    .distinct()
    .execute();
  const pairs = await findMatchedPairs(rows, asked, years);
  const actors = new Set(taken.map(({ collective }) => collective));
  const takes = new Set(taken.map(({ collective, action }) => `${collective} ${action}`));
  const ofResult = new Map(groupBy(pairs, ({ result }) => result).map((group) => [group[0]?.result, group]));
  return actionCodes
    .filter((code) => asked.action === undefined || asked.action.includes(code))
    .flatMap((action) =>
      (actions.find(({ code }) => code === action)?.links.results ?? []).flatMap(({ code: result }) => {
        const matched = ofResult.get(result) ?? [];
        const told = matched.filter(({ collective }) => actors.has(collective));
        const group = (which: boolean) =>
          groupFigure(
            matchedGroup(
              told
                .filter(({ collective }) => takes.has(`${collective} ${action}`) === which)
                .map(({ before, after }) => [before, after] as const),
            ),
          );
        if (!told.some(({ collective }) => takes.has(`${collective} ${action}`))) return [];
        return [
          { action, result, from, to, with: group(true), without: group(false), unknown: matched.length - told.length },
        ];
      }),
    );
}
