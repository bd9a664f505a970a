import type { Db } from "@trama/data/store";
import { sql } from "kysely";
import type { ReleaseChangesAnswer } from "../contract/index.ts";

interface Difference {
  readonly result: string;
  readonly country: string;
  readonly kind: "added" | "changed" | "withdrawn";
}

/** What differs between the country figures of this release and those of the one before it, both as published. */
export async function findReleaseChanges(
  db: Db,
  release: number,
): Promise<Omit<ReleaseChangesAnswer, "release" | "note">> {
  const before = await db
    .selectFrom("cell_history")
    .where("release", "<", release)
    .select(sql<number | null>`max(release)`.as("release"))
    .executeTakeFirst();
  const since = before?.release ?? null;
  if (since === null) return { since, added: 0, changed: 0, withdrawn: 0, countries: [], results: [] };
  const { rows } = await sql<Difference>`
    WITH figures AS (
      SELECT release, result, country, year, status, n_lo, n_hi, share_lo, share_hi FROM cell_history
      WHERE release IN (${release}, ${since}) AND audience = 'open' AND figure = 'in_place' AND presence = 'all'
        AND country IS NOT NULL AND type IS NULL AND formality IS NULL AND setting IS NULL AND panel IS NULL
    )
    SELECT coalesce(now.result, past.result) AS result, coalesce(now.country, past.country) AS country,
      CASE WHEN past.status IS DISTINCT FROM 'value' THEN 'added'
           WHEN now.status IS DISTINCT FROM 'value' THEN 'withdrawn' ELSE 'changed' END AS kind
    FROM (SELECT * FROM figures WHERE release = ${release}) AS now
    FULL JOIN (SELECT * FROM figures WHERE release = ${since}) AS past
      ON now.result = past.result AND now.country = past.country AND now.year = past.year
    WHERE (now.status = 'value' OR past.status = 'value')
      AND (now.status, now.n_lo, now.n_hi, now.share_lo, now.share_hi)
        IS DISTINCT FROM (past.status, past.n_lo, past.n_hi, past.share_lo, past.share_hi)`.execute(db);
  const count = (kind: Difference["kind"]) => rows.filter((row) => row.kind === kind).length;
  return {
    since,
    added: count("added"),
    changed: count("changed"),
    withdrawn: count("withdrawn"),
    countries: [...new Set(rows.map((row) => row.country))].sort(),
    results: [...new Set(rows.map((row) => row.result))].sort(),
  };
}
