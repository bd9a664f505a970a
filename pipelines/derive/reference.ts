import { collectiveTypes, countries, formality, panels, regions, settings } from "@trama/data/codelists";
import { items, textOf, texts, traits, version } from "@trama/data/framework";
import { tables } from "@trama/data/schema";
import { all, append } from "@trama/data/store";
import type { Derive } from "./copy.ts";

interface Member {
  dimension: string;
  member: string;
  parent: string | null;
  label_en: string;
  label_es: string;
  label_fr: string;
}

/** Countries that report, the framework, and the categories by which cells are divided. */
export const reference: Derive = async (connection) => {
  const reporting = new Map(
    (
      await all<{ country: string; first: number; last: number }>(
        connection,
        "SELECT country, min(year) AS first, max(year) AS last FROM observation GROUP BY country",
      )
    ).map((row) => [row.country, row]),
  );
  await append(
    connection,
    tables.country,
    countries.flatMap((country) => {
      const years = reporting.get(country.alpha3);
      if (!years) return [];
      return [
        {
          country: country.alpha3,
          name_en: country.names.en,
          name_es: country.names.es,
          name_fr: country.names.fr,
          m49: country.m49,
          region: country.region,
          escazu_party: country.escazu !== null,
          escazu_since: country.escazu?.since ?? null,
          collective_measures_in_law: country.collectiveMeasuresInLaw,
          first_year: years.first,
          last_year: years.last,
        },
      ];
    }),
  );
  await append(
    connection,
    tables.framework_item,
    items.map((item) => ({
      code: item.code,
      kind: item.kind,
      dimension: item.dimension,
      subdimension: item.subdimension,
      locus: item.kind === "result" ? item.locus.join(" ") : null,
      label_en: textOf(item.code, "en").label,
      label_es: textOf(item.code, "es").label,
      label_fr: textOf(item.code, "fr").label,
      rubric_version: item.rubricVersion,
      framework_version: version.version,
    })),
  );
  await append(connection, tables.dimension_member, members(new Set(reporting.keys())));
};

function members(reporting: ReadonlySet<string>): Member[] {
  const used = countries.filter(({ alpha3 }) => reporting.has(alpha3));
  const usedRegions = new Set<string>(used.map(({ region }) => region));
  const lists = { type: collectiveTypes, formality, setting: settings, panel: panels };
  return [
    ...regions.codes
      .filter(({ code }) => usedRegions.has(code))
      .map(({ code, label }) => member("region", code, null, label)),
    ...used.map(({ alpha3, region, names }) => member("country", alpha3, region, names)),
    ...items
      .filter(({ kind }) => kind === "result")
      .map(({ code, dimension }) =>
        member("result", code, dimension, {
          en: textOf(code, "en").label,
          es: textOf(code, "es").label,
          fr: textOf(code, "fr").label,
        }),
      ),
    ...(["spatial-territorial", "interaction-networks"] as const).map((code) =>
      member("dimension", code, null, {
        en: texts.en.dimensions[code].label,
        es: texts.es.dimensions[code].label,
        fr: texts.fr.dimensions[code].label,
      }),
    ),
    ...traits.map(({ code, kind, label }) => member("trait", code, kind, label)),
    ...Object.entries(lists).flatMap(([dimension, list]) =>
      list.codes.map(({ code, label }) => member(dimension, code, null, label)),
    ),
  ];
}

function member(
  dimension: string,
  code: string,
  parent: string | null,
  label: { en: string; es: string; fr: string },
): Member {
  return { dimension, member: code, parent, label_en: label.en, label_es: label.es, label_fr: label.fr };
}
