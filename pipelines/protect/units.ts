import { traitCodes } from "@trama/data/framework";
import { literal } from "@trama/data/schema";
import { all, columns, type DuckDBConnection } from "@trama/data/store";

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

/** What was filed about a result, or told of a trait: null where a missing code was; and who reported and funded it. */
export interface Filed {
  readonly score: number | null;
  readonly projects: readonly string[];
  readonly funders: readonly string[];
  readonly grants: readonly string[];
}

/** What was filed about a collective in a year, by result or trait. */
export type FiledBy = Pick<ReadonlyMap<string, Filed>, "get">;

/**
 * A collective as the cube sees it: one country and type a year, its score of each result, and each trait as a score: 4
 * where it is so, 0 where it is not.
 */
export interface Unit extends Standing {
  readonly collective: string;
  readonly year: number;
  readonly filed: FiledBy;
  /** The same collective in the same country a year earlier and a year later. */
  previous?: Unit | undefined;
  next?: Unit | undefined;
}

interface Funding {
  grant_code: string;
  funder: string;
  project: string;
  year_from: number;
  year_to: number;
}

/** Stands between the codes of projects where several told of a trait: a sign that no code holds. */
const between = "\u001f";

/** Codes of one score: whether anything was filed, who filed it, and the score or that it is missing. */
const scores = 6;

/**
 * Every collective of every year, from an attached restricted file; `schema` ends in a dot. A row of the statement is a
 * collective's year, each result a number made of the project and the score, so that millions of scores take four bytes
 * each and are never objects; all that collectives have in common they share.
 */
export async function readUnits(connection: DuckDBConnection, schema: string): Promise<Unit[]> {
  const list = async (column: string, from: string) =>
    (await all<{ one: string }>(connection, `SELECT DISTINCT ${column} AS one FROM ${from} ORDER BY 1`)).map(
      ({ one }) => one,
    );
  const results = await list("result", `${schema}year_score`);
  if (results.length === 0) return [];
  const traits = (await hasTraits(connection, schema)) ? traitCodes : [];
  const filings = `(
    SELECT year, country, type, collective, result, project AS projects, score FROM ${schema}year_score
    ${traits.length === 0 ? "" : `UNION ALL SELECT year, country, type, collective, trait, array_to_string(projects, ${literal(between)}), if(holds, 4, 0) FROM ${schema}year_trait`})`;
  const filers = await list("projects", filings);
  const fundings = await all<Funding>(
    connection,
    `SELECT grant_code, funder, project, year_from, year_to FROM ${schema}funding ORDER BY grant_code, project`,
  );
  const asked = [...results, ...traits];
  const places = new Map(asked.map((code, at) => [code, at]));
  const payers = payersOf(fundings);
  const years = new Map<number, YearFiled>();
  const units: Unit[] = [];
  let [before, here] = [new Map<string, Unit>(), new Map<string, Unit>()];
  let last = Number.NaN;
  for await (const [year, country, region, type, collective, ...filed] of columns(
    connection,
    `WITH filing AS NOT MATERIALIZED (FROM ${filings}),
     filer AS (SELECT projects, row_number() OVER (ORDER BY projects) - 1 AS number FROM (SELECT DISTINCT projects FROM filing))
     SELECT y.year, y.country, c.region, coalesce(y.type, 'unknown') AS type, y.collective,
            ${asked.map((code) => `coalesce(max(p.number * ${scores} + coalesce(y.score + 1, 0)) FILTER (y.result = ${literal(code)}), -1)::INTEGER`).join(", ")}
     FROM filing y JOIN ${schema}country c USING (country) JOIN filer p USING (projects)
     GROUP BY ALL ORDER BY y.year, y.country, y.collective`,
  )) {
    const names = [country, region, type, collective] as readonly string[][];
    const codes = new Int32Array((year as number[]).length * asked.length);
    filed.forEach((column, result) => {
      (column as number[]).forEach((code, row) => {
        codes[row * asked.length + result] = code;
      });
    });
    for (const [row, own] of (year as number[]).entries()) {
      if (own !== last) {
        before = own === last + 1 ? here : new Map();
        here = new Map();
        last = own;
      }
      const all = years.get(own) ?? new YearFiled(places, (filer) => payers(filers[filer] as string, own));
      years.set(own, all);
      const at = row * asked.length;
      const [country, region, type, collective] = names.map((column) => column[row]) as [
        string,
        string,
        string,
        string,
      ];
      const unit: Unit = {
        collective,
        country,
        region,
        year: own,
        type,
        ...all.standing(codes.subarray(at, at + results.length)),
        filed: new UnitFiled(codes, at, all),
        previous: undefined,
        next: undefined,
      };
      const place = `${collective}|${country}`;
      unit.previous = before.get(place);
      if (unit.previous) unit.previous.next = unit;
      here.set(place, unit);
      units.push(unit);
    }
  }
  return units;
}

/** What was filed about one collective in a year: a stretch of codes, one for each result. */
class UnitFiled implements FiledBy {
  readonly #codes: Int32Array;
  readonly #from: number;
  readonly #year: YearFiled;

  constructor(codes: Int32Array, from: number, year: YearFiled) {
    this.#codes = codes;
    this.#from = from;
    this.#year = year;
  }

  get(result: string): Filed | undefined {
    const place = this.#year.places.get(result);
    return place === undefined ? undefined : this.#year.filed(this.#codes[this.#from + place] as number);
  }
}

type Payers = Omit<Filed, "score">;

/** What can be filed in one year, each made once: thousands of rows hold one. */
class YearFiled {
  readonly places: ReadonlyMap<string, number>;
  readonly #payers: (project: number) => Payers;
  readonly #filed = new Map<number, Filed>();
  readonly #standings = new Map<string, Payers>();

  constructor(places: ReadonlyMap<string, number>, payers: (project: number) => Payers) {
    this.places = places;
    this.#payers = payers;
  }

  filed(code: number): Filed | undefined {
    if (code < 0) return undefined;
    const found = this.#filed.get(code);
    if (found) return found;
    const score = code % scores;
    const made = { score: score === 0 ? null : score - 1, ...this.#payers(Math.floor(code / scores)) };
    this.#filed.set(code, made);
    return made;
  }

  /** The projects, donors and grants of all that was filed about a collective. */
  standing(codes: Int32Array): Payers {
    const projects = new Set<number>();
    for (const code of codes) if (code >= 0) projects.add(Math.floor(code / scores));
    const numbers = [...projects].sort((one, other) => one - other);
    const key = numbers.join();
    const found = this.#standings.get(key);
    if (found) return found;
    const every = (of: (payers: Payers) => readonly string[]) =>
      [...new Set(numbers.flatMap((project) => of(this.#payers(project))))].sort();
    const made = {
      projects: every((payers) => payers.projects),
      funders: every((payers) => payers.funders),
      grants: every((payers) => payers.grants),
    };
    this.#standings.set(key, made);
    return made;
  }
}

/** Whether the file was made when traits were already kept. */
async function hasTraits(connection: DuckDBConnection, schema: string): Promise<boolean> {
  const [database] = schema.split(".");
  const found = await all(
    connection,
    `SELECT 1 FROM duckdb_tables() WHERE table_name = 'year_trait' AND database_name = ${database ? literal(database) : "current_database()"}`,
  );
  return found.length > 0;
}

/** A grant by its donor and code: two donors may use one code. */
export function grantOf(funder: string, code: string): string {
  return JSON.stringify([funder, code]);
}

/** Who funds some projects in a year, their codes in one text; the answers are shared, so that thousands of rows hold one list. */
function payersOf(fundings: readonly Funding[]) {
  const known = new Map<string, Payers>();
  return (filers: string, year: number) => {
    const key = `${filers}|${year}`;
    const found = known.get(key);
    if (found) return found;
    const projects = filers.split(between);
    const paid = fundings.filter(
      (one) => projects.includes(one.project) && one.year_from <= year && year <= one.year_to,
    );
    const made = {
      projects,
      funders: [...new Set(paid.map(({ funder }) => funder))].sort(),
      grants: [...new Set(paid.map(({ funder, grant_code }) => grantOf(funder, grant_code)))].sort(),
    };
    known.set(key, made);
    return made;
  };
}
