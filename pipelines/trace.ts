import { join } from "node:path";
import { all, openReader } from "@trama/data/store";
import type { Home } from "./home.ts";
import { currentRelease } from "./publish/releases.ts";

/** One score behind a figure, and the very place it was filed. */
export interface Traced {
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

/** A figure by its address: result, place and year. */
export interface Figure {
  readonly result: string;
  readonly country: string;
  readonly year: number;
}

/**
 * Walks a figure of the current release back: every accepted score of that result, country and year with its file, its
 * sheet and its row. For the restricted side only.
 */
export async function trace(home: Home, { result, country, year }: Figure): Promise<Traced[]> {
  const release = await currentRelease(home.releases);
  if (release === undefined) return [];
  const store = await openReader(join(home.releases, String(release), "restricted.duckdb"));
  const connection = await store.connect();
  try {
    return await all<Traced>(
      connection,
      `SELECT o.collective, o.period, o.score, o.missing, o.evidence, o.revision, o.flags, r.name AS file, r.sha256, r.source,
              r.framework_version, o.sheet, o."row"
       FROM observation o JOIN report r USING (report)
       WHERE o.indicator = $1 AND o.country = $2 AND o.year = $3 AND o.panel = 'accepted'
       QUALIFY row_number() OVER (PARTITION BY o.collective, o.period ORDER BY o.revision DESC) = 1
       ORDER BY o.collective, o.period`,
      [result, country, year],
    );
  } finally {
    connection.closeSync();
    store.close();
  }
}
