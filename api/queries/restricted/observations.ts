import { sql } from "kysely";
import type { Observation, ObservationsQuery } from "../../contract/index.ts";
import type { ScopedDb } from "../../policies/scoped.ts";
import { among } from "./narrowed.ts";

/** Columns of an observation as they are answered. */
const columns = sql<Row>`
  o.row_id AS id, o.collective, o.indicator, o.result, o.dimension, o.country, o.project, o.year, o.period, o.panel, o.rater,
  o.score, o.missing, o.measure, o.numerator, o.denominator, o.value, o.baseline, o.target, o.evidence, o.tested, o.flags,
  o.revision, r.name AS file, o.report, o.sheet, o."row", o.learned_at`;

type Row = Omit<Observation, "learned_at"> & { readonly learned_at: Date };
type Asked = Omit<ObservationsQuery, "format" | "after"> & { readonly after: number };

/** One page of rows in reach, in the release's own order, and whether more follow. */
export async function findObservations(
  rows: ScopedDb,
  asked: Asked,
): Promise<{ observations: Observation[]; more: boolean }> {
  const { indicator, result, country, project, grant, time, panel, collective, revisions, limit, after } = asked;
  const query = sql<Row>`(
    SELECT ${columns}
    FROM observation o JOIN report r USING (report)
    WHERE true ${among("o.indicator", indicator)} ${among("o.result", result)} ${among("o.country", country)} ${among("o.project", project)}
      ${time ? sql`AND o.year BETWEEN ${time[0]} AND ${time[1]}` : sql``}
      ${panel === undefined ? sql`` : sql`AND o.panel = ${panel}`}
      ${collective === undefined ? sql`` : sql`AND o.collective = ${collective}`}
      ${grant === undefined ? sql`` : sql`AND EXISTS (SELECT 1 FROM funding f WHERE f.grant_code = ${grant} AND f.project = o.project AND o.year BETWEEN f.year_from AND f.year_to)`}
    ${revisions === "all" ? sql`` : sql`QUALIFY row_number() OVER (PARTITION BY o.collective, o.indicator, o.period, o.panel, o.rater ORDER BY o.revision DESC) = 1`}
  )`;
  const found = (await rows
    .selectFrom(query.as("page"))
    .selectAll()
    .where(sql<boolean>`id > ${after}`)
    .orderBy(sql`id`)
    .limit(limit + 1)
    .execute()) as Row[];
  return { observations: found.slice(0, limit).map(plain), more: found.length > limit };
}

export interface Provenance {
  readonly observation: Observation;
  readonly report: {
    readonly report: string;
    readonly file: string;
    readonly sha256: string;
    readonly source: string;
    readonly version: number;
    readonly framework_version: string;
    readonly synthetic: boolean;
    readonly received_at: string;
  };
  readonly counted: boolean;
  readonly revisions: Observation[];
}

/** Where a row came from, every revision of it, and whether it is the score that counts; undefined out of reach. */
export async function findProvenance(rows: ScopedDb, id: number): Promise<Provenance | undefined> {
  const one = sql<Row>`(SELECT ${columns} FROM observation o JOIN report r USING (report) WHERE o.row_id = ${id})`;
  const [row] = (await rows.selectFrom(one.as("one")).selectAll().execute()) as Row[];
  if (!row) return undefined;
  const observation = plain(row);
  const { collective, indicator, period, panel, rater, result, year, report } = observation;
  const same = sql<Row>`(SELECT ${columns} FROM observation o JOIN report r USING (report)
    WHERE o.collective = ${collective} AND o.indicator = ${indicator} AND o.period = ${period} AND o.panel = ${panel}
      AND o.rater IS NOT DISTINCT FROM ${rater}::VARCHAR)`;
  const [revisions, reports, counted] = await Promise.all([
    rows.selectFrom(same.as("same")).selectAll().orderBy(sql`revision`).execute() as Promise<Row[]>,
    rows.selectFrom("report").selectAll().where("report", "=", report).execute(),
    result === null
      ? []
      : rows
          .selectFrom("year_score")
          .select(["score", "missing"])
          .where("collective", "=", collective)
          .where("result", "=", result)
          .where("year", "=", year)
          .execute(),
  ]);
  const latest = revisions.at(-1)?.id === id;
  const [filed] = reports;
  if (!filed) throw new Error(`The release has no report ${report}.`);
  const { name: file, sha256, source, version, framework_version, synthetic, learned_at } = filed;
  const received_at = learned_at.toISOString();
  return {
    observation,
    report: { report, file, sha256, source, version, framework_version, synthetic, received_at },
    counted:
      panel === "accepted" &&
      latest &&
      counted.some(({ score, missing }) => score === observation.score && missing === observation.missing),
    revisions: revisions.map(plain),
  };
}

/** Every accepted score behind a figure, with its file, sheet and row: what `trama trace` tells. */
export async function findTrace(
  rows: ScopedDb,
  { result, country, year }: { readonly result: string; readonly country: string; readonly year: number },
) {
  const query = sql<Traced>`(
    SELECT o.collective, o.period, o.score, o.missing, o.evidence, o.revision, o.flags, r.name AS file, r.sha256, r.source,
           r.framework_version, o.sheet, o."row"
    FROM observation o JOIN report r USING (report)
    WHERE o.indicator = ${result} AND o.country = ${country} AND o.year = ${year} AND o.panel = 'accepted'
    QUALIFY row_number() OVER (PARTITION BY o.collective, o.period ORDER BY o.revision DESC) = 1
  )`;
  return rows.selectFrom(query.as("traced")).selectAll().orderBy(sql`collective`).orderBy(sql`period`).execute();
}

interface Traced {
  readonly collective: string;
  readonly period: string;
  readonly score: number | null;
  readonly missing: string | null;
  readonly evidence: number | null;
  readonly revision: number;
  readonly flags: string | null;
  readonly file: string;
  readonly sha256: string;
  readonly source: string;
  readonly framework_version: string;
  readonly sheet: string;
  readonly row: number;
}

function plain({ learned_at, ...row }: Row): Observation {
  return { ...row, learned_at: learned_at.toISOString() };
}
