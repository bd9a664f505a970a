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

/** Every collective of every year, from the attached restricted file. */
export async function readUnits(connection: DuckDBConnection, restricted: string): Promise<Unit[]> {
  const rows = await all<Row>(
    connection,
    `SELECT y.collective, y.country, c.region, y.year, coalesce(y.type, 'unknown') AS type, y.result, y.score
     FROM (${yearScoreQuery(`${restricted}.`)}) y JOIN ${restricted}.country c USING (country)
     ORDER BY y.year, y.country, y.collective, y.result`,
  );
  const units = new Map<string, Unit & { scores: Map<string, number | null> }>();
  for (const { result, score, ...rest } of rows) {
    const key = [rest.collective, rest.country, rest.type, rest.year].join("|");
    const unit = units.get(key) ?? { ...rest, scores: new Map() };
    unit.scores.set(result, score);
    units.set(key, unit);
  }
  return [...units.values()];
}
