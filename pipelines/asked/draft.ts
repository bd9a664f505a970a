import { access, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { literal } from "@trama/data/schema";
import { all, openWriter } from "@trama/data/store";
import type { Home } from "../home.ts";
import { type Reach, reachParameters } from "../load/reach.ts";
import { buildRestricted, NothingToPublish } from "../publish/build.ts";
import { currentRelease } from "../publish/releases.ts";
import { heldWithin } from "./held.ts";

/** An exact figure as it is now and as it would be; null where there is none. */
export interface Difference {
  readonly result: string;
  readonly country: string | null;
  readonly project: string | null;
  readonly year: number;
  readonly before: { readonly n: number; readonly k: number } | null;
  readonly after: { readonly n: number; readonly k: number } | null;
}

/** What the next release would say within a reach, beside what the current one says. */
export interface Draft {
  /** The release it is compared with; null before the first. */
  readonly release: number | null;
  /** Reports in reach that the current release has not. */
  readonly reports: readonly { readonly file: string; readonly rows: number; readonly received_at: string }[];
  /** Things held that wait for a person: a release would leave them out. */
  readonly waiting: number;
  readonly figures: { readonly now: number; readonly next: number; readonly changed: number };
  readonly differences: readonly Difference[];
}

/**
 * Derives what the next release would hold, compares it with the current one within a reach, and throws it away. Figures
 * are exact: of each result, year and country in reach, and of each project in reach.
 */
export async function draftOf(home: Home, reach: Reach): Promise<Draft> {
  const last = home.ledger.lines().at(-1);
  const stored = await access(home.working).then(
    () => true,
    () => false,
  );
  if (!last || !stored) throw new NothingToPublish();
  const release = (await currentRelease(home.releases)) ?? null;
  const folder = join(home.releases, "asked.draft");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const about = { release: (release ?? 0) + 1, made_at: home.now().toISOString(), note: null };
    await buildRestricted(folder, home.working, { ...about, as_of: last.at, ledger_head: last.hash });
    const { held } = await heldWithin(home, reach);
    return await compare(home, folder, release, reach, held.length);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const own = (alias: string) =>
  `(coalesce(list_contains($countries::VARCHAR[], ${alias}.country), false) OR coalesce(list_contains($projects::VARCHAR[], ${alias}.project), false))`;

async function compare(
  home: Home,
  folder: string,
  release: number | null,
  reach: Reach,
  waiting: number,
): Promise<Draft> {
  const store = await openWriter(":memory:");
  try {
    const connection = await store.connect();
    await connection.run(`ATTACH ${literal(join(folder, "restricted.duckdb"))} AS later (READ_ONLY)`);
    if (release !== null)
      await connection.run(
        `ATTACH ${literal(join(home.releases, String(release), "restricted.duckdb"))} AS present (READ_ONLY)`,
      );
    const parameters = reachParameters(reach);
    const before = release === null ? "later.year_score WHERE false" : "present.year_score";
    await connection.run(`CREATE TEMP VIEW score_now AS SELECT * FROM ${before}`);
    await connection.run("CREATE TEMP VIEW score_next AS SELECT * FROM later.year_score");
    const rows = await all<Compared>(connection, query, parameters);
    const differences = rows.filter(({ now_n, now_k, next_n, next_k }) => now_n !== next_n || now_k !== next_k);
    const known =
      release === null ? "SELECT report FROM later.report WHERE false" : "SELECT report FROM present.report";
    const reports = await all<{ file: string; rows: number; received_at: Date }>(
      connection,
      `SELECT r.name AS file, r.rows_accepted AS rows, r.learned_at AS received_at FROM later.report r
       WHERE r.report NOT IN (${known})
         AND (${own("r")} OR EXISTS (SELECT 1 FROM later.observation o WHERE o.report = r.report AND ${own("o")}))
       ORDER BY r.sequence`,
      parameters,
    );
    return {
      release,
      reports: reports.map(({ received_at, ...report }) => ({ ...report, received_at: received_at.toISOString() })),
      waiting,
      figures: {
        now: rows.filter(({ now_n }) => now_n !== null).length,
        next: rows.filter(({ next_n }) => next_n !== null).length,
        changed: differences.length,
      },
      differences: differences.slice(0, 5000).map(({ result, country, project, year, ...figures }) => ({
        result,
        country,
        project,
        year,
        before: figureOf(figures.now_n, figures.now_k),
        after: figureOf(figures.next_n, figures.next_k),
      })),
    };
  } finally {
    store.close();
  }
}

interface Compared {
  readonly result: string;
  readonly country: string | null;
  readonly project: string | null;
  readonly year: number;
  readonly now_n: number | null;
  readonly now_k: number | null;
  readonly next_n: number | null;
  readonly next_k: number | null;
}

/** Figures of both releases side by side: of countries in reach, and of projects in reach. */
const counted = (view: string) => `
  SELECT result, country, NULL::VARCHAR AS project, year, count(score)::INTEGER AS n, count(*) FILTER (score >= 3)::INTEGER AS k
  FROM ${view} WHERE list_contains($countries::VARCHAR[], country) GROUP BY result, country, year
  UNION ALL
  SELECT result, any_value(country), project, year, count(score)::INTEGER, count(*) FILTER (score >= 3)::INTEGER
  FROM ${view} s WHERE ${own("s")} GROUP BY result, project, year`;

const query = `
  WITH a AS (${counted("score_now")}), b AS (${counted("score_next")})
  SELECT coalesce(a.result, b.result) AS result, coalesce(a.country, b.country) AS country, coalesce(a.project, b.project) AS project,
    coalesce(a.year, b.year) AS year, a.n AS now_n, a.k AS now_k, b.n AS next_n, b.k AS next_k
  FROM a FULL JOIN b ON a.result = b.result AND a.year = b.year AND a.country IS NOT DISTINCT FROM b.country AND a.project IS NOT DISTINCT FROM b.project
  ORDER BY country, project NULLS FIRST, year, result`;

function figureOf(n: number | null, k: number | null): { n: number; k: number } | null {
  return n === null || k === null ? null : { n, k };
}
