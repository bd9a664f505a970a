import { all, type DuckDBConnection } from "@trama/data/store";
import { yearScoreQuery } from "../derive/year-score.ts";

/** A collective as the open cube sees it: one country and type a year, and its score of each result. */
export interface Unit {
  readonly collective: string;
  readonly country: string;
  readonly region: string;
  readonly year: number;
  readonly type: string;
  /** Its score by result; null where a missing code was filed. */
  readonly scores: ReadonlyMap<string, number | null>;
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
  result: string;
  score: number | null;
}

interface Draft extends Unit {
  readonly scores: Map<string, number | null>;
  previous?: Unit | undefined;
  next?: Unit | undefined;
}

function placeAndYear({ collective, country }: Unit, year: number): string {
  return [collective, country, year].join("|");
}

/** Every collective of every year, from the attached restricted file. */
export async function readUnits(connection: DuckDBConnection, restricted: string): Promise<Unit[]> {
  const rows = await all<Row>(
    connection,
    `SELECT y.collective, y.country, c.region, y.year, coalesce(y.type, 'unknown') AS type, y.result, y.score
     FROM (${yearScoreQuery(`${restricted}.`)}) y JOIN ${restricted}.country c USING (country)
     ORDER BY y.year, y.country, y.collective, y.result`,
  );
  const units = new Map<string, Draft>();
  for (const { result, score, ...rest } of rows) {
    const key = [rest.collective, rest.country, rest.type, rest.year].join("|");
    const unit = units.get(key) ?? { ...rest, scores: new Map() };
    unit.scores.set(result, score);
    units.set(key, unit);
  }
  const byYear = new Map([...units.values()].map((unit) => [placeAndYear(unit, unit.year), unit]));
  for (const unit of units.values()) {
    unit.previous = byYear.get(placeAndYear(unit, unit.year - 1));
    unit.next = byYear.get(placeAndYear(unit, unit.year + 1));
  }
  return [...units.values()];
}
