import { collectiveTypes } from "@trama/data/codelists";
import type { Cell } from "@trama/data/schema";
import { all, type StatementRunner } from "@trama/data/store";
import { about } from "./candidate.ts";
import { type Ground, keyOf } from "./place.ts";
import { firstYear, hasBit, yearOf } from "./scored.ts";

interface Count {
  country: string | null;
  region: string | null;
  year: number;
  type: string | null;
  n: number;
}

/**
 * How many collectives were accompanied, by place × year, all and each type: scored or with a missing code. Each counts once,
 * however many projects and places it was in: those of the same years are counted together.
 */
export async function collectiveCells(connection: StatementRunner, release: number, ground: Ground): Promise<Cell[]> {
  const rows = await all<Count>(
    connection,
    `WITH each AS (
       SELECT country, region, type, bit_or(years) AS years FROM accompanied JOIN country USING (country)
       GROUP BY collective, CUBE (type), GROUPING SETS ((), (region), (region, country))
     ), alike AS (SELECT country, region, type, years, count(*) AS n FROM each GROUP BY ALL)
     SELECT country, region, ${yearOf("bit")} AS year, type, sum(n)::INTEGER AS n
     FROM alike, ${firstYear}, range(62) r(bit) WHERE ${hasBit("years", "bit")} GROUP BY ALL`,
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
