import { access } from "node:fs/promises";
import { all, one, openReader } from "@trama/data/store";
import type { Home } from "./home.ts";
import { currentRelease, listReleases } from "./publish/releases.ts";

/** What is where, and what waits. */
export interface HomeStatus {
  readonly home: string;
  readonly reports: number;
  readonly rows: { readonly accepted: number; readonly rejected: number; readonly quarantined: number };
  readonly raw_files: number;
  readonly ledger_lines: number;
  readonly releases: readonly number[];
  readonly current: number | null;
  /** Reports received after the current release was made. */
  readonly unpublished: number;
  /** Projects that reported before and have no report for a later year in which others reported. */
  readonly missing: readonly { readonly project: string; readonly year: number }[];
}

/** Looks over a home without changing it. */
export async function statusOf(home: Home): Promise<HomeStatus> {
  const lines = home.ledger.lines();
  const published = lines.findLastIndex(({ deed }) => deed.kind === "published");
  return {
    home: home.folder,
    ...(await countLoaded(home.working)),
    raw_files: (await home.raw.list()).length,
    ledger_lines: lines.length,
    releases: await listReleases(home.releases),
    current: (await currentRelease(home.releases)) ?? null,
    unpublished: lines.slice(published + 1).filter(({ deed }) => deed.kind === "loaded").length,
  };
}

async function countLoaded(path: string): Promise<Pick<HomeStatus, "reports" | "rows" | "missing">> {
  const present = await access(path).then(
    () => true,
    () => false,
  );
  if (!present) return { reports: 0, rows: { accepted: 0, rejected: 0, quarantined: 0 }, missing: [] };
  const store = await openReader(path);
  const connection = await store.connect();
  try {
    const { reports, ...rows } = await one<{
      reports: number;
      accepted: number;
      rejected: number;
      quarantined: number;
    }>(
      connection,
      `SELECT count(*)::INTEGER AS reports, coalesce(sum(rows_accepted), 0)::BIGINT AS accepted,
              coalesce(sum(rows_rejected), 0)::BIGINT AS rejected, coalesce(sum(rows_quarantined), 0)::BIGINT AS quarantined FROM report`,
    );
    const missing = await all<{ project: string; year: number }>(
      connection,
      `WITH filed AS (SELECT DISTINCT project, year FROM observation), span AS (SELECT project, min(year) AS first FROM filed GROUP BY project)
       SELECT s.project, y.year FROM span s, (SELECT DISTINCT year FROM filed) y
       WHERE y.year > s.first AND NOT EXISTS (SELECT 1 FROM filed f WHERE f.project = s.project AND f.year = y.year) ORDER BY 1, 2`,
    );
    return { reports, rows, missing };
  } finally {
    connection.closeSync();
    store.close();
  }
}
