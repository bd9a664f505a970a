import { scale } from "@trama/data/framework";
import { type ProgressRow, progressCounts } from "@trama/data/schema";
import { smallN, wilson } from "@trama/data/statistics";
import { type RawBuilder, sql } from "kysely";
import type { Progress } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { scoresOf } from "./scores.ts";

const counts = ["n", "baseline", "latest", "reached", "moved_towards", "stayed", "moved_away"] as const;

/** Collectives of one result and project, or grant, counted by where they stand. */
interface Followed extends Pick<ProgressRow, (typeof counts)[number]> {
  readonly result: string;
  readonly member: string;
  readonly year_from: number;
  readonly year: number;
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
  const [followed, targets] = await Promise.all([
    asked.grant === undefined
      ? ofProjects(rows, asked)
      : fromScores(rows, asked.project === undefined ? sql`${asked.grant}::VARCHAR` : sql`project`, asked),
    findTargets(rows, asked),
  ]);
  // Put in order here: to plan a sort takes DuckDB longer than these few rows do.
  const last = [...targets].sort((one, other) => other.year - one.year || other.revision - one.revision);
  return followed.sort(inOrder).map((group) => progressOf(group, asked, last));
}

/** As publishing counted them; where some stand in several countries, from the scores in reach. */
async function ofProjects(rows: ScopedDb, { project, result }: Asked): Promise<Followed[]> {
  let select = rows
    .selectFrom("progress")
    .select(["result", "project as member", "year_from", "year", ...counts, "elsewhere"]);
  if (project !== undefined) select = select.where("project", "=", project);
  if (result) select = select.where("result", "in", result);
  const found = new Map<string, Followed>();
  const divided = new Set<string>();
  for (const row of await select.execute()) {
    const key = `${row.result}|${row.member}`;
    if (row.elsewhere > 0) divided.add(key);
    if (!isFollowed(row)) continue;
    const before = found.get(key);
    found.set(key, before ? together(before, row) : row);
  }
  if (divided.size === 0) return [...found.values()];
  const counted = await fromScores(rows, sql`project`, { project, result });
  return [
    ...[...found].flatMap(([key, each]) => (divided.has(key) ? [] : [each])),
    ...counted.filter((each) => divided.has(`${each.result}|${each.member}`)),
  ];
}

/** Whether any collective was followed, so that there are years from and to which. */
function isFollowed<Row extends { readonly year_from: number | null; readonly year: number | null }>(
  row: Row,
): row is Row & { readonly year_from: number; readonly year: number } {
  return row.year_from !== null && row.year !== null;
}

/** The same result and project in two countries. */
function together(one: Followed, other: Followed): Followed {
  return {
    ...one,
    year_from: Math.min(one.year_from, other.year_from),
    year: Math.max(one.year, other.year),
    ...Object.fromEntries(counts.map((name) => [name, one[name] + other[name]])),
  };
}

/** Counted from the scores in reach, by project or of a grant in the years in which it funds them. */
async function fromScores(rows: ScopedDb, member: RawBuilder<unknown>, asked: Asked): Promise<Followed[]> {
  const followed = sql<Followed>`(
    SELECT result, member, min(first)::INTEGER AS year_from, max(last)::INTEGER AS year, ${sql.raw(progressCounts(scale.inPlaceFrom))}
    FROM (
      SELECT result, ${member} AS member, min_by(score, year) AS baseline, max_by(score, year) AS latest,
        min(year) AS first, max(year) AS last
      FROM (${scoresOf({ by: "world", ...asked })}) WHERE score IS NOT NULL
      GROUP BY collective, result, member HAVING min(year) < max(year)
    )
    GROUP BY result, member
  )`;
  return (await rows.selectFrom(followed.as("followed")).selectAll().execute()) as Followed[];
}

function progressOf(group: Followed, { project, grant }: Asked, targets: readonly Target[]): Progress {
  const { result, member, n } = group;
  const whole = grant !== undefined && project === undefined;
  const own = whole ? [] : targets.filter((target) => target.result === result && target.project === member);
  const plain = own.map(({ project: _project, result: _result, ...target }) => target);
  const either = group.reached + group.moved_towards;
  const interval = wilson(either, n);
  return {
    result,
    project: whole ? null : member,
    grant: grant ?? null,
    year_from: group.year_from,
    year: group.year,
    status: "value",
    n: both(n),
    baseline: both(group.baseline / n),
    latest: both(group.latest / n),
    reached: both(group.reached),
    moved_towards: both(group.moved_towards),
    stayed: both(group.stayed),
    moved_away: both(group.moved_away),
    reached_or_towards: both(either),
    interval: interval.kind === "refused" ? [null, null] : [interval.lower, interval.upper],
    target: plain[0] ?? null,
    other_targets: plain.slice(1),
    flags: n < smallN ? ["small-n"] : [],
  };
}

/** By result and project or grant. */
function inOrder(one: Followed, other: Followed): number {
  if (one.result !== other.result) return one.result < other.result ? -1 : 1;
  return one.member < other.member ? -1 : one.member > other.member ? 1 : 0;
}

/** Targets with every revision. */
async function findTargets(rows: ScopedDb, { project, result }: Asked): Promise<Target[]> {
  let select = rows.selectFrom("target");
  if (project !== undefined) select = select.where("project", "=", project);
  if (result) select = select.where("result", "in", result);
  return select.select(["project", "result", "year", "k", "n", "baseline", "set_on", "reason", "revision"]).execute();
}

function both(value: number): [number, number] {
  return [value, value];
}
