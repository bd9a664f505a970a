import type { Cell } from "@trama/data/schema";
import { type Distribution, unverifiedFrom } from "@trama/data/statistics";
import { all, type StatementRunner } from "@trama/data/store";
import { about, candidate, exactFigures } from "./candidate.ts";
import { keyOf } from "./place.ts";
import { firstYear, hasBit, levelSums, otherSums, yearOf } from "./scored.ts";

interface Funded {
  readonly funder: string;
  readonly grant_code: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly year: number;
}

/** Levels of a result, counted in what a donor funds. */
interface Counts extends Funded {
  readonly result: string;
  readonly scores: Distribution;
  readonly unverified: number;
  readonly versions: number;
}

const sums = `[${levelSums.join(", ")}] AS scores, ${otherSums}`;

const none = { scores: [0, 0, 0, 0, 0], unverified: 0, versions: 1 } as const;

/** A donor's places and years, and each of its grants as a whole. */
const sets = `GROUPING SETS ((funder, year), (funder, region, year), (funder, region, country, year), (funder, grant_code, year))`;

/**
 * What each donor may ask of the collectives it funds: how many there are, and in how many of them each result is in
 * place, by place and year, and for each grant as a whole. Each collective counts once for a donor however many of its
 * grants pay for it. A place and year in which a grant runs has a row, with or without collectives. Exact: for the
 * restricted side.
 */
export async function donorCells(connection: StatementRunner, release: number): Promise<Cell[]> {
  const counts = await all<Funded & { n: number }>(
    connection,
    `SELECT funder, grant_code, country, region, year, count(DISTINCT collective)::INTEGER AS n
     FROM (SELECT a.collective, a.country, c.region, ${yearOf("bit")} AS year, f.funder, f.grant_code
           FROM accompanied a JOIN country c USING (country) JOIN funding f USING (project), ${firstYear}, range(62) r(bit)
           WHERE ${hasBit("a.years", "bit")} AND ${yearOf("bit")} BETWEEN f.year_from AND f.year_to
           UNION ALL
           SELECT NULL, f.country, c.region, y.year, f.funder, f.grant_code FROM funding f JOIN country c USING (country)
           JOIN (SELECT DISTINCT year FROM year_score) y ON y.year BETWEEN f.year_from AND f.year_to)
     GROUP BY ${sets} ORDER BY ALL`,
  );
  const scores = await all<Counts>(
    connection,
    `WITH granted AS (
       SELECT project, year, funder, grant_code FROM funding JOIN (SELECT DISTINCT year FROM tally) ON year BETWEEN year_from AND year_to
     ), funded AS (SELECT DISTINCT project, year, funder FROM granted)
     SELECT result, funder, country, region, year, NULL AS grant_code, ${sums} FROM tally JOIN funded USING (project, year)
     GROUP BY GROUPING SETS ((result, funder, year), (result, funder, region, year), (result, funder, region, country, year))
     UNION ALL
     SELECT result, funder, NULL, NULL, year, grant_code, ${sums} FROM tally JOIN granted USING (project, year)
     GROUP BY result, funder, grant_code, year
     ORDER BY ALL`,
  );
  const found = new Map(scores.map((row) => [nameOf(row.result, row), row]));
  const results = [...new Set(scores.map(({ result }) => result))].sort();
  return counts.flatMap((row) => {
    const { funder, grant_code, country, region, year, n } = row;
    const own = { audience: funder, funder, grant_code };
    const whole = about(release, { figure: "collectives", country, region, year, ...own, n_lo: n, n_hi: n });
    const places = results.map((result) => {
      const figures = figuresOf(found.get(nameOf(result, row)) ?? none);
      return candidate(release, result, { country, region, year, ...figures, ...own });
    });
    return [whole, ...places];
  });
}

/** Exact figures, and the cautions that follow from them. */
function figuresOf({
  scores,
  unverified,
  versions,
}: Pick<Counts, "scores" | "unverified" | "versions">): Partial<Cell> {
  const inPlace = scores[3] + scores[4];
  return exactFigures(scores, [
    ...(inPlace > 0 && unverified / inPlace >= unverifiedFrom ? ["unverified"] : []),
    ...(versions > 1 ? ["rubric-changed"] : []),
  ]);
}

function nameOf(result: string, { funder, grant_code, country, region, year }: Funded): string {
  return keyOf(result, funder, grant_code, country, region, year);
}
