import { access } from "node:fs/promises";
import { one, openReader } from "@trama/data/store";
import { reportsDue } from "./due/reports-due.ts";
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
  /** Reports that are overdue. */
  readonly missing: readonly { readonly project: string; readonly year: number }[];
}

/** Looks over a home without changing it. */
export async function statusOf(home: Home): Promise<HomeStatus> {
  const lines = home.ledger.lines();
  const due = await reportsDue(home.working, home.now());
  const published = lines.findLastIndex(({ deed }) => deed.kind === "published");
  return {
    home: home.folder,
    ...(await countLoaded(home.working)),
    missing: due.filter(({ state }) => state === "overdue").map(({ project, year }) => ({ project, year })),
    raw_files: (await home.raw.list()).length,
    ledger_lines: lines.length,
    releases: await listReleases(home.releases),
    current: (await currentRelease(home.releases)) ?? null,
    unpublished: lines.slice(published + 1).filter(({ deed }) => deed.kind === "loaded").length,
  };
}

async function countLoaded(path: string): Promise<Pick<HomeStatus, "reports" | "rows">> {
  const present = await access(path).then(
    () => true,
    () => false,
  );
  if (!present) return { reports: 0, rows: { accepted: 0, rejected: 0, quarantined: 0 } };
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
    return { reports, rows };
  } finally {
    connection.closeSync();
    store.close();
  }
}
