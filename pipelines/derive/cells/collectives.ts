import { collectiveTypes } from "@trama/data/codelists";
import type { Cell } from "@trama/data/schema";
import { all, type DuckDBConnection } from "@trama/data/store";
import { about } from "./candidate.ts";
import { type Ground, keyOf } from "./place.ts";

interface Count {
  country: string | null;
  region: string | null;
  year: number;
  type: string | null;
  n: number;
}

/** How many collectives were accompanied, by place × year, all and each type: scored or with a missing code. */
export async function collectiveCells(connection: DuckDBConnection, release: number, ground: Ground): Promise<Cell[]> {
  const rows = await all<Count>(
    connection,
    `SELECT country, region, year, type, count(DISTINCT collective) AS n
     FROM (SELECT a.collective, a.country, c.region, (f.first_year + bit)::SMALLINT AS year, a.type
           FROM accompanied a JOIN country c USING (country), (SELECT min(year) AS first_year FROM year_score) f, range(62) r(bit)
           WHERE (a.years >> bit::INTEGER) & 1 = 1)
     GROUP BY CUBE (type), GROUPING SETS ((year), (year, region), (year, region, country))`,
  );
  const byKey = new Map(rows.map((row) => [keyOf(row.country, row.region, row.year, row.type), row.n]));
  const types = [null, ...collectiveTypes.codes.map(({ code }) => code)];
  return ground.places.flatMap(({ country, region }) =>
    ground.years.flatMap((year) =>
      types.map((type) => {
        const cell = about(release, { figure: "collectives", country, region, year, type });
        if (!ground.operated({ country, region }, year)) return { ...cell, status: "no-data" };
        const n = byKey.get(keyOf(country, region, year, type)) ?? 0;
        return { ...cell, n_lo: n, n_hi: n };
      }),
    ),
  );
}
