import type { CountriesAnswer, FrameworkAnswer, FrameworkItem, Health } from "@trama/api/contract";
import type { Known } from "./selection.ts";

/** What every view needs: the release, its framework in the reader's language, its countries. */
export interface Base {
  readonly lang: string;
  readonly health: Health;
  readonly framework: FrameworkAnswer;
  readonly countries: CountriesAnswer;
}

/** A country or region as the reader sees it. */
export interface Place {
  readonly code: string;
  readonly name: string;
}

/** Results that belong together, under the heading of their dimension and sub-dimension. */
export interface ResultGroup {
  readonly label: string;
  readonly results: readonly FrameworkItem[];
}

/** Collective types, in the order of the code list; the words for them are in the locales. */
export const collectiveTypes = [
  "ngo",
  "community-association",
  "trade-union",
  "movement",
  "womens-organisation",
  "indigenous",
  "afro-descendant",
  "rural-peasant",
  "other",
  "unknown",
] as const;

/** The results in the framework's order, under their headings. */
export function resultGroups({ framework }: Base): ResultGroup[] {
  const name = (list: readonly { code: string; label: string }[], code: string | null) =>
    list.find((item) => item.code === code)?.label ?? null;
  const groups = new Map<string, FrameworkItem[]>();
  for (const result of framework.results) {
    const dimension = name(framework.dimensions, result.dimension);
    const label = name(framework.subdimensions, result.subdimension) ?? dimension ?? "";
    groups.set(label, [...(groups.get(label) ?? []), result]);
  }
  return [...groups].map(([label, results]) => ({ label, results }));
}

/** Countries by name, in the alphabet of the reader's language. */
export const countriesByName = oncePerBase(({ countries, lang }): readonly Place[] =>
  byName(
    countries.countries.map(({ country, name }) => ({ code: country, name: nameIn(name, lang) })),
    lang,
  ),
);

/** Regions by name, in the alphabet of the reader's language. */
export const regionsByName = oncePerBase(({ countries, lang }): readonly Place[] =>
  byName(
    countries.regions.map(({ region, name }) => ({ code: region, name: nameIn(name, lang) })),
    lang,
  ),
);

/** First and last year with a published figure anywhere. */
export const yearsOf = oncePerBase(({ countries }): readonly [number, number] | null => {
  const years = countries.countries.flatMap((country) => country.years);
  return years.length > 0 ? [Math.min(...years), Math.max(...years)] : null;
});

/** What an address may name in this release. */
export function knownIn(base: Base, tabs: readonly string[], langs: readonly string[]): Known {
  return {
    countries: base.countries.countries.map(({ country }) => country),
    regions: base.countries.regions.map(({ region }) => region),
    results: base.framework.results.map(({ code }) => code),
    dimensions: base.framework.dimensions.map(({ code }) => code),
    types: collectiveTypes,
    years: yearsOf(base),
    tabs,
    langs,
  };
}

function nameIn(name: { en: string } & Readonly<Record<string, string>>, lang: string): string {
  return name[lang] ?? name.en;
}

function byName(places: Place[], lang: string): Place[] {
  const collator = new Intl.Collator(lang);
  return places.sort((a, b) => collator.compare(a.name, b.name));
}

/** Works something out of a base once, however many components ask for it. */
function oncePerBase<T>(work: (base: Base) => T): (base: Base) => T {
  const known = new WeakMap<Base, { readonly value: T }>();
  return (base) => {
    const found = known.get(base) ?? { value: work(base) };
    known.set(base, found);
    return found.value;
  };
}
