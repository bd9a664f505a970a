import { scale } from "@trama/data/framework";
import { progress, smallN, wilson } from "@trama/data/statistics";
import { sql } from "kysely";
import type { Progress } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { scoresOf } from "./scores.ts";

/** Collectives with the same first and the same latest score. */
interface Followed {
  readonly result: string;
  readonly member: string;
  readonly year_from: number;
  readonly year: number;
  readonly baseline: number;
  readonly latest: number;
  readonly collectives: number;
}

interface Asked {
  readonly project?: string | undefined;
  readonly grant?: string | undefined;
  readonly result?: readonly string[] | undefined;
}

type Target = NonNullable<Progress["target"]> & { readonly project: string; readonly result: string };

/**
 * Where the collectives of each project (or of a grant as a whole, in its funded years) stand between their first score
 * and their latest, against the level at which a result is in place; beside it what the project means to reach. Only
 * collectives scored in two years or more can be followed.
 */
export async function findExactProgress(rows: ScopedDb, asked: Asked): Promise<Progress[]> {
  const { project, grant, result } = asked;
  const member = grant === undefined || project !== undefined ? sql`project` : sql`${grant}::VARCHAR`;
  const followed = sql<Followed>`(
    SELECT result, member, baseline, latest, min(first)::INTEGER AS year_from, max(last)::INTEGER AS year, count(*)::INTEGER AS collectives
    FROM (
      SELECT result, ${member} AS member, min(year) AS first, max(year) AS last,
        min_by(score, year)::INTEGER AS baseline, max_by(score, year)::INTEGER AS latest
      FROM (${scoresOf({ by: "world", project, grant, result })}) WHERE score IS NOT NULL
      GROUP BY collective, result, member HAVING min(year) < max(year)
    )
    GROUP BY ALL ORDER BY result, member, baseline, latest
  )`;
  const [entries, targets] = await Promise.all([
    rows.selectFrom(followed.as("followed")).selectAll().execute() as Promise<Followed[]>,
    findTargets(rows, asked),
  ]);
  const groups = new Map<string, Followed[]>();
  for (const entry of entries) {
    const key = `${entry.result}|${entry.member}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((group) => progressOf(group, asked, targets));
}

function progressOf(group: readonly Followed[], { project, grant }: Asked, targets: readonly Target[]): Progress {
  const [{ result, member }] = group as [Followed];
  const made = progress(
    group.flatMap(({ baseline, latest, collectives }) =>
      Array.from({ length: collectives }, () => ({ baseline, latest, target: scale.inPlaceFrom })),
    ),
  );
  if (made.kind === "refused") throw new Error("A group of followed collectives is never empty.");
  const { n, classes } = made;
  const inPlace = (which: "baseline" | "latest") =>
    group.reduce((sum, entry) => sum + (entry[which] >= scale.inPlaceFrom ? entry.collectives : 0), 0) / n;
  const whole = grant !== undefined && project === undefined;
  const own = whole ? [] : targets.filter((target) => target.result === result && target.project === member);
  const plain = own.map(({ project: _project, result: _result, ...target }) => target);
  const either = classes.reached.k + classes["moved-towards"].k;
  const interval = wilson(either, n);
  return {
    result,
    project: whole ? null : member,
    grant: grant ?? null,
    year_from: Math.min(...group.map((entry) => entry.year_from)),
    year: Math.max(...group.map((entry) => entry.year)),
    status: "value",
    n: both(n),
    baseline: both(inPlace("baseline")),
    latest: both(inPlace("latest")),
    reached: both(classes.reached.k),
    moved_towards: both(classes["moved-towards"].k),
    stayed: both(classes.stayed.k),
    moved_away: both(classes["moved-away"].k),
    reached_or_towards: both(either),
    interval: interval.kind === "refused" ? [null, null] : [interval.lower, interval.upper],
    target: plain[0] ?? null,
    other_targets: plain.slice(1),
    flags: n < smallN ? ["small-n"] : [],
  };
}

/** Targets, that of the last year first, as last revised. */
async function findTargets(rows: ScopedDb, { project, result }: Asked): Promise<Target[]> {
  let select = rows.selectFrom("target");
  if (project !== undefined) select = select.where("project", "=", project);
  if (result) select = select.where("result", "in", result);
  return select
    .select(["project", "result", "year", "k", "n", "baseline", "set_on", "reason", "revision"])
    .orderBy("year", "desc")
    .orderBy("revision", "desc")
    .execute();
}

function both(value: number): [number, number] {
  return [value, value];
}
