import type { Db } from "@trama/data/store";
import { sql } from "kysely";
import type { CountriesAnswer } from "../contract/index.ts";

/** Countries that report, with what is published about each, in the order of their English names; and their regions. */
export async function findCountries(db: Db): Promise<Omit<CountriesAnswer, "release">> {
  const [countries, published, regions] = await Promise.all([
    db.selectFrom("country").selectAll().orderBy("name_en").execute(),
    db
      .selectFrom("cell")
      .where("country", "is not", null)
      .where("type", "is", null)
      .where("figure", "=", "in_place")
      .groupBy("country")
      .select([
        "country",
        sql<number>`count(*) filter (status = 'value')::integer`.as("value"),
        sql<number>`count(*) filter (status = 'withheld')::integer`.as("withheld"),
        sql<number[]>`coalesce(list_sort(list_distinct(list(year) filter (status = 'value'))), [])`.as("years"),
      ])
      .execute(),
    db.selectFrom("dimension_member").selectAll().where("dimension", "=", "region").orderBy("label_en").execute(),
  ]);
  const byCountry = new Map(published.map((row) => [row.country, row]));
  return {
    countries: countries.map((row) => {
      const cells = byCountry.get(row.country);
      return {
        country: row.country,
        name: { en: row.name_en, es: row.name_es, fr: row.name_fr },
        region: row.region,
        m49: row.m49,
        escazu: { party: row.escazu_party, since: row.escazu_since },
        collective_measures_in_law: row.collective_measures_in_law,
        years: cells?.years ?? [],
        cells: { value: cells?.value ?? 0, withheld: cells?.withheld ?? 0 },
      };
    }),
    regions: regions.map(({ member, label_en, label_es, label_fr }) => ({
      region: member,
      name: { en: label_en, es: label_es, fr: label_fr },
    })),
  };
}
