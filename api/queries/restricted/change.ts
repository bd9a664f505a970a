import {
  exactMcnemar,
  matchYears,
  pairedChange,
  smallN,
  type TwoYears,
  transitions,
  whyItMoved,
  wilson,
} from "@trama/data/statistics";
import { sql } from "kysely";
import type { Change } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { type Narrowed, placeOf, scoresOf } from "./scores.ts";

/** Collectives alike in both years: their score then and now, a missing code, or null where they were not accompanied. */
interface Alike {
  readonly result: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly collectives: number;
}

/**
 * The same collectives in any two years, exactly, and why the crude figure moved: a joiner is scored later and was not
 * accompanied before, a leaver the reverse; who was accompanied in both and scored in one had its scoring started or
 * stopped.
 */
export async function findExactChanges(
  rows: ScopedDb,
  from: number,
  to: number,
  asked: Omit<Narrowed, "time">,
): Promise<Change[]> {
  const there = (year: number) => sql`SELECT DISTINCT collective FROM year_score WHERE year = ${year}`;
  const query = sql<Alike>`(
    WITH scored AS (${scoresOf({ ...asked, time: undefined })}),
    pair AS (
      SELECT coalesce(a.collective, b.collective) AS collective, coalesce(a.result, b.result) AS result,
        coalesce(b.country, a.country) AS country, coalesce(b.region, a.region) AS region,
        coalesce(a.score::VARCHAR, a.missing) AS before, coalesce(b.score::VARCHAR, b.missing) AS after
      FROM (SELECT * FROM scored WHERE year = ${from}) a
      FULL JOIN (SELECT * FROM scored WHERE year = ${to}) b ON a.collective = b.collective AND a.result = b.result
    )
    SELECT p.result, ${placeOf(asked.by, "p")},
      coalesce(before, CASE WHEN t1.collective IS NULL THEN NULL ELSE 'NR' END) AS before,
      coalesce(after, CASE WHEN t2.collective IS NULL THEN NULL ELSE 'NR' END) AS after,
      count(*)::INTEGER AS collectives
    FROM pair p
    LEFT JOIN (${there(from)}) t1 ON t1.collective = p.collective
    LEFT JOIN (${there(to)}) t2 ON t2.collective = p.collective
    GROUP BY ALL
  )`;
  const found = (await rows.selectFrom(query.as("alike")).selectAll().execute()) as Alike[];
  const groups = new Map<string, Alike[]>();
  for (const row of found) {
    const key = [row.result, row.region, row.country].join("|");
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.keys()].sort().map((key) => changeOf(groups.get(key) as Alike[], from, to));
}

function changeOf(group: readonly Alike[], from: number, to: number): Change {
  const [{ result, country, region }] = group as [Alike];
  const years = matchYears(each(group));
  const { stayers, joiners, leavers, started, stopped } = years;
  const first = { n: stayers.n + leavers.n + stopped.n, k: stayers.before + leavers.k + stopped.k };
  const second = { n: stayers.n + joiners.n + started.n, k: stayers.after + joiners.k + started.k };
  const moved = transitions(
    group.flatMap(({ before, after, collectives }) =>
      isScored(before) && isScored(after)
        ? Array.from({ length: collectives }, () => [Number(before), Number(after)] as never)
        : [],
    ),
  );
  const [, lost, gained] = moved.inPlace;
  const test = exactMcnemar(gained, lost);
  const change = pairedChange(moved.inPlace);
  const parts = whyItMoved(years);
  const [one, two] = [wilson(first.k, first.n), wilson(second.k, second.n)];
  const overlapping = one.kind === "value" && two.kind === "value" && one.lower <= two.upper && two.lower <= one.upper;
  const known = change.kind === "value" && parts.kind === "value";
  return {
    result,
    country,
    region,
    from,
    to,
    status: first.n + second.n === 0 ? "no-data" : "value",
    crude: [shareOf(first), shareOf(second)],
    n: [stayers.n, stayers.n],
    before: both(shareOf({ n: stayers.n, k: stayers.before })),
    after: both(shareOf({ n: stayers.n, k: stayers.after })),
    change: known ? change.difference : null,
    interval: known ? [change.lower, change.upper] : [null, null],
    gained: stayers.n === 0 ? null : gained,
    lost: stayers.n === 0 ? null : lost,
    p: stayers.n === 0 ? null : test.p,
    joined: known ? parts.joined : null,
    left: known ? parts.left : null,
    started: known ? parts.started : null,
    stopped: known ? parts.stopped : null,
    transitions: moved.table.map((line) => [...line]),
    flags: [
      ...(stayers.n < smallN ? ["small-n"] : []),
      ...(test.canBeSignificant ? [] : ["few-movers"]),
      ...(joiners.n + leavers.n + started.n + stopped.n > 0 ? ["changed-set"] : []),
      ...(overlapping ? ["overlapping-intervals"] : []),
    ],
  };
}

function* each(group: readonly Alike[]): Generator<TwoYears> {
  for (const { before, after, collectives } of group)
    for (let one = 0; one < collectives; one += 1) yield { before: scoreOf(before), after: scoreOf(after) } as TwoYears;
}

function scoreOf(text: string | null): number | string | null {
  return isScored(text) ? Number(text) : text;
}

function isScored(text: string | null): boolean {
  return text !== null && /^[0-4]$/.test(text);
}

function shareOf({ k, n }: { readonly k: number; readonly n: number }): number | null {
  return n === 0 ? null : k / n;
}

function both(value: number | null): [number | null, number | null] {
  return [value, value];
}
