import { all, type DuckDBConnection } from "@trama/data/store";
import { yearScoreQuery } from "../derive/year-score.ts";

/** Where a collective stands in a year: all that any published cell, or anybody who knows some rows, can tell it by. */
export interface Standing {
  readonly country: string;
  readonly region: string;
  readonly type: string;
  /** Projects that reported it, and the donors and grants (`grantOf`) that fund these. Each sorted. */
  readonly projects: readonly string[];
  readonly funders: readonly string[];
  readonly grants: readonly string[];
}

/** What was filed about a result: null where a missing code was; and who reported and funded it. */
export interface Filed {
  readonly score: number | null;
  readonly projects: readonly string[];
  readonly funders: readonly string[];
  readonly grants: readonly string[];
}

/** A collective as the cube sees it: one country and type a year, and its score of each result. */
export interface Unit extends Standing {
  readonly collective: string;
  readonly year: number;
  readonly filed: ReadonlyMap<string, Filed>;
  /** The same collective in the same country a year earlier and a year later. */
  readonly previous?: Unit | undefined;
  readonly next?: Unit | undefined;
}

interface Row {
  collective: string;
  country: string;
  region: string;
  year: number;
  type: string;
  project: string;
  result: string;
  score: number | null;
}

interface Funding {
  grant_code: string;
  funder: string;
  project: string;
  year_from: number;
  year_to: number;
}

interface Draft {
  readonly collective: string;
  readonly country: string;
  readonly region: string;
  readonly year: number;
  readonly type: string;
  readonly filed: Map<string, Filed>;
  previous?: Unit | undefined;
  next?: Unit | undefined;
}

/** Every collective of every year, from an attached restricted file; `schema` ends in a dot. */
export async function readUnits(connection: DuckDBConnection, schema: string): Promise<Unit[]> {
  const rows = await all<Row>(
    connection,
    `SELECT y.collective, y.country, c.region, y.year, coalesce(y.type, 'unknown') AS type, y.project, y.result, y.score
     FROM (${yearScoreQuery(schema)}) y JOIN ${schema}country c USING (country)
     ORDER BY y.year, y.country, y.collective, y.result`,
  );
  const fundings = await all<Funding>(
    connection,
    `SELECT grant_code, funder, project, year_from, year_to FROM ${schema}funding ORDER BY grant_code, project`,
  );
  const payers = payersOf(fundings);
  const drafts = new Map<string, Draft>();
  for (const { result, score, project, ...rest } of rows) {
    const key = [rest.collective, rest.country, rest.type, rest.year].join("|");
    const draft = drafts.get(key) ?? { ...rest, filed: new Map() };
    draft.filed.set(result, { score, ...payers(project, rest.year) });
    drafts.set(key, draft);
  }
  const units = [...drafts.values()].map(standing);
  const placeAndYear = ({ collective, country }: Draft, year: number) => [collective, country, year].join("|");
  const byYear = new Map(units.map((unit) => [placeAndYear(unit, unit.year), unit]));
  for (const unit of units) {
    unit.previous = byYear.get(placeAndYear(unit, unit.year - 1));
    unit.next = byYear.get(placeAndYear(unit, unit.year + 1));
  }
  return units;
}

function standing(draft: Draft): Draft & Unit {
  const every = (of: (filed: Filed) => readonly string[]) => [...new Set([...draft.filed.values()].flatMap(of))].sort();
  const projects = every((filed) => filed.projects);
  return Object.assign(draft, {
    projects,
    funders: every(({ funders }) => funders),
    grants: every(({ grants }) => grants),
  });
}

/** A grant by its donor and code: two donors may use one code. */
export function grantOf(funder: string, code: string): string {
  return JSON.stringify([funder, code]);
}

/** Who funds a project in a year; the answers are shared, so that thousands of rows hold one list. */
function payersOf(fundings: readonly Funding[]) {
  const known = new Map<string, Omit<Filed, "score">>();
  return (project: string, year: number) => {
    const key = `${project}|${year}`;
    const found = known.get(key);
    if (found) return found;
    const paid = fundings.filter((one) => one.project === project && one.year_from <= year && year <= one.year_to);
    const made = {
      projects: [project],
      funders: [...new Set(paid.map(({ funder }) => funder))].sort(),
      grants: [...new Set(paid.map(({ funder, grant_code }) => grantOf(funder, grant_code)))].sort(),
    };
    known.set(key, made);
    return made;
  };
}
