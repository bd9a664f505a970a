import { traits } from "@trama/data/framework";
import type { Cell } from "@trama/data/schema";
import { wilson } from "@trama/data/statistics";
import { all, type StatementRunner } from "@trama/data/store";
import { about, counted } from "./candidate.ts";
import { type Ground, keyOf } from "./place.ts";

interface Count {
  trait: string;
  country: string | null;
  region: string | null;
  year: number;
  n: number;
  k: number;
}

/** In how many collectives each trait is so, of those that it was told of, by place × year. Exact: for the restricted side. */
export async function traitCells(connection: StatementRunner, release: number, ground: Ground): Promise<Cell[]> {
  const rows = await all<Count>(
    connection,
    `SELECT trait, country, region, year, count(*)::INTEGER AS n, (count(*) FILTER (holds))::INTEGER AS k
     FROM (SELECT y.trait, y.country, c.region, y.year, y.holds FROM year_trait y JOIN country c USING (country))
     GROUP BY GROUPING SETS ((trait, year), (trait, year, region), (trait, year, region, country))`,
  );
  const byKey = new Map(rows.map((row) => [keyOf(row.trait, row.country, row.region, row.year), row]));
  return traits.flatMap(({ code }) =>
    ground.places.flatMap(({ country, region }) =>
      ground.years.map((year) => {
        const cell = about(release, { figure: "trait", indicator: code, country, region, year });
        if (!ground.operated({ country, region }, year)) return { ...cell, status: "no-data" };
        const { n, k } = byKey.get(keyOf(code, country, region, year)) ?? { n: 0, k: 0 };
        const interval = wilson(k, n);
        if (interval.kind === "refused") return { ...cell, ...counted(n, k) };
        return { ...cell, ...counted(n, k), interval_lo: interval.lower, interval_hi: interval.upper };
      }),
    ),
  );
}
