import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ResultCode } from "@trama/data/framework";
import {
  type ClearedOutcomeStatement,
  literal,
  type Manifest,
  type PublishedActivity,
  type PublishedResult,
} from "@trama/data/schema";
import { all, type DuckDBConnection, openReader } from "@trama/data/store";
import { HomeTrouble } from "../../home.ts";
import type { FundedProject } from "./activity.ts";
import { countryActivities } from "./country-activities.ts";
import { type Element, written } from "./element.ts";
import { grantActivities } from "./grant-activities.ts";
import { type Publisher, samplePublisher } from "./publisher.ts";
import type { Figure, Target } from "./results.ts";
import type { Statement } from "./statements.ts";
import { type LeftOut, takenOverActivities } from "./taken-over.ts";

export interface IatiOptions {
  /** Who publishes; left out, a made-up organisation, for sample data alone. */
  readonly publisher?: Publisher | undefined;
  /** A donor that the file is made for, of all its grants or the one named; left out, the open figures of all countries. */
  readonly donor?: string | undefined;
  /** A grant whose donor the file is made for. */
  readonly grant?: string | undefined;
  /** A country, ISO 3166 alpha-3. */
  readonly country?: string | undefined;
  /** Address of this Trama, under which the file says that its codes are explained. */
  readonly address: string;
}

export interface WrittenIati {
  readonly activities: number;
  readonly results: number;
  readonly leftOut: LeftOut & Readonly<Record<"outcome statement whose year is not told", number>>;
}

/**
 * Writes a release's results as one IATI 2.03 activity file: of safe cells, with the codes of projects, and what was taken
 * over from other publishers' files. It reads no collective's rows. Of the restricted file it reads which grants fund
 * which projects, and for a grant its targets.
 *
 * @throws HomeTrouble where the grant is not known, or real data have no publisher.
 */
export async function writeIati(
  folder: string,
  manifest: Manifest,
  out: string,
  { publisher: named, donor, grant, country, address }: IatiOptions,
): Promise<WrittenIati> {
  const publisher = named ?? (manifest.synthetic ? samplePublisher : undefined);
  if (!publisher)
    throw new HomeTrouble(
      "An IATI file says who publishes it. Name your organisation with --reporting-org, by its IATI identifier.",
    );
  const vocabulary = new URL("/v1/framework", address).href;
  const shared = { manifest, publisher, vocabulary };
  const restricted = join(folder, "restricted.duckdb");
  let elements: readonly Element[];
  let leftOut: WrittenIati["leftOut"] = {
    "baseline without a year": 0,
    "period without its dates": 0,
    "outcome statement whose year is not told": 0,
  };
  if (donor !== undefined || grant !== undefined) {
    const grants = (await reading(restricted, fundings)).filter(
      (one) => (donor ?? one.funder) === one.funder && (grant ?? one.grant) === one.grant,
    );
    elements = [];
    for (const { grant: code, funder } of grants) {
      const file = manifest.donors?.[funder];
      if (!file) continue;
      const figures = await reading(join(folder, file), (connection) =>
        figuresOf(connection, `grant_code = ${literal(code)}`),
      );
      const [projects, targets] = await reading(restricted, async (connection) => [
        await fundedProjects(connection, code),
        await targetsOf(connection, code),
      ]);
      elements = [...elements, ...grantActivities({ ...shared, grant: code, funder, figures, targets, projects })];
    }
    if (elements.length === 0)
      throw new HomeTrouble(
        grant === undefined
          ? `No donor ${donor} is known in release ${manifest.release}.`
          : `No grant ${grant} is known${donor === undefined ? "" : ` of ${donor}`} in release ${manifest.release}.`,
      );
  } else {
    const within = country === undefined ? "true" : `country = ${literal(country)}`;
    const open = await reading(join(folder, "public.duckdb"), async (connection) => ({
      figures: await figuresOf(connection, `country IS NOT NULL AND ${within}`),
      results: await all<PublishedResult>(
        connection,
        `SELECT * FROM published_result WHERE ${within} ORDER BY report, sheet, row`,
      ),
      statements: await clearedStatements(connection, within),
      activities: await all<PublishedActivity>(connection, `SELECT * FROM published_activity WHERE ${within}`),
    }));
    const projects = await reading(restricted, (connection) => fundedProjects(connection));
    const own = projects.filter((one) => country === undefined || one.country === country);
    const taken = takenOverActivities({ ...open, made_at: manifest.made_at, publisher });
    const statements = open.statements.filter((one): one is Statement => one.year !== null);
    leftOut = { ...taken.left, "outcome statement whose year is not told": open.statements.length - statements.length };
    elements = [
      ...countryActivities({ ...shared, figures: open.figures, statements, projects: own }),
      ...taken.elements,
    ];
  }
  if (elements.length === 0)
    throw new HomeTrouble(`Release ${manifest.release} tells of no activity${country ? ` in ${country}` : ""}.`);
  await pipeline(Readable.from(lines(elements, manifest)), createWriteStream(out));
  const isResult = (child: Element | string) => typeof child !== "string" && child.name === "result";
  const results = elements.reduce((sum, { children }) => sum + children.filter(isResult).length, 0);
  return { activities: elements.length, results, leftOut };
}

function* lines(elements: readonly Element[], { made_at, release, synthetic }: Manifest): Generator<string> {
  const about = `Trama, release ${release}${synthetic ? ": SYNTHETIC SAMPLE DATA" : ""}`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${about} -->\n<iati-activities version="2.03" generated-datetime="${made_at}">\n`;
  for (const one of elements) yield `${written(one, 1)}\n`;
  yield "</iati-activities>\n";
}

async function reading<Read>(path: string, read: (connection: DuckDBConnection) => Promise<Read>): Promise<Read> {
  const store = await openReader(path);
  try {
    const connection = await store.connect();
    const found = await read(connection);
    connection.closeSync();
    return found;
  } finally {
    store.close();
  }
}

/** Cleared outcome statements; a release made before there were any has no table of them. */
async function clearedStatements(connection: DuckDBConnection, which: string): Promise<ClearedOutcomeStatement[]> {
  const found = await all(connection, "SELECT 1 FROM duckdb_tables() WHERE table_name = 'outcome_statement'");
  if (found.length === 0) return [];
  return all(connection, `SELECT * FROM outcome_statement WHERE ${which} ORDER BY statement`);
}

/** Published shares of single years, in all forms and settings together. */
function figuresOf(connection: DuckDBConnection, which: string): Promise<Figure[]> {
  return all<Figure & { result: ResultCode }>(
    connection,
    `SELECT result, year, country, type, n_lo, n_hi, k_lo, k_hi, share_lo, share_hi, interval_lo, interval_hi, median_lo, median_hi
     FROM cell
     WHERE figure = 'in_place' AND status = 'value' AND presence = 'all' AND year_from IS NULL AND result IS NOT NULL
       AND formality IS NULL AND setting IS NULL AND panel IS NULL AND project IS NULL AND ${which}
     ORDER BY result, year, country NULLS FIRST, type NULLS FIRST`,
  );
}

/** Every grant with the donor that gives it. */
function fundings(connection: DuckDBConnection): Promise<{ grant: string; funder: string }[]> {
  return all(
    connection,
    `SELECT DISTINCT grant_code AS "grant", funder FROM funding WHERE grant_code IS NOT NULL AND funder IS NOT NULL
     ORDER BY ALL`,
  );
}

/** Projects that a grant funds; without one, all: those whose funding nobody stated too, with the years they reported. */
function fundedProjects(connection: DuckDBConnection, grant?: string): Promise<FundedProject[]> {
  const funded = "SELECT project, country, funder, year_from, year_to FROM funding";
  const unstated = `SELECT project, country, NULL, min(year), max(year) FROM observation
     WHERE project NOT IN (SELECT project FROM funding) GROUP BY project, country`;
  return all<FundedProject>(
    connection,
    `SELECT project, any_value(country ORDER BY country) AS country,
       coalesce(list_sort(list_distinct(list(funder) FILTER (funder IS NOT NULL))), []) AS funders,
       min(year_from)::INTEGER AS "from", max(year_to)::INTEGER AS "to"
     FROM (${grant === undefined ? `${funded} UNION ALL ${unstated}` : `${funded} WHERE grant_code = ${literal(grant)}`})
     GROUP BY project ORDER BY project`,
  );
}

/** What the projects of a grant aim at together: only where the targets speak of at least five collectives. */
function targetsOf(connection: DuckDBConnection, grant: string): Promise<Target[]> {
  return all<Target>(
    connection,
    `WITH newest AS (
       SELECT project, result, year, k, n FROM target
       QUALIFY row_number() OVER (PARTITION BY project, result, year ORDER BY revision DESC) = 1)
     SELECT result, year, sum(k) / sum(n) AS share FROM newest
     WHERE project IN (SELECT project FROM funding WHERE grant_code = ${literal(grant)})
     GROUP BY result, year HAVING sum(n) >= 5 ORDER BY result, year`,
  );
}
