import countryFile from "./countries.json" with { type: "json" };
import { ambiguousCountryNames, countryAliases } from "./country-aliases.ts";
import { fold, spellingFinder } from "./fold.ts";
import type { Labels } from "./languages.ts";
import { type Region, regionOfSubRegion } from "./regions.ts";

/** A country or territory of ISO 3166-1, or Kosovo. M49 codes are strings of three digits. */
export interface Country {
  readonly alpha3: string;
  readonly alpha2: string;
  readonly m49: string | null;
  readonly names: Labels;
  readonly m49Region: string | null;
  readonly m49SubRegion: string | null;
  readonly m49IntermediateRegion: string | null;
  /** The region it is compared in. */
  readonly region: Region;
  /** Null where the country is not a party to the Escazú Agreement; `since` is null where the date was not found. */
  readonly escazu: { readonly since: string | null } | null;
  /** Whether the law provides for collective protection measures (publication, section 2.4). */
  readonly collectiveMeasuresInLaw: boolean;
}

/** M49 puts Antarctica in no region; it is counted with Oceania so that regions partition the list. */
const regionOfCountry: Readonly<Record<string, Region>> = { ATA: "oceania" };

/** All countries, by alpha-3 code. */
export const countries: readonly Country[] = countryFile.countries.map(({ aliases: _, ...facts }) => ({
  ...facts,
  region: regionFor(facts.alpha3, facts.m49SubRegion),
}));

/** Where the facts about countries come from, by kind of fact. */
export const countrySource: Readonly<Record<string, string>> = countryFile.source;

const byAlpha3 = new Map(countries.map((country) => [country.alpha3, country]));
const ambiguous = new Set(ambiguousCountryNames.map(fold));
const findAlpha3 = spellingFinder(countrySpellings);

/** The country with this alpha-3 code, exactly as written. */
export function findCountry(alpha3: string): Country | undefined {
  return byAlpha3.get(alpha3);
}

/**
 * The country meant by an alpha-3 or alpha-2 code or a name in any of our languages, whatever its case and accents.
 * Undefined when unknown or when more than one country could be meant.
 */
export function matchCountry(text: string): Country | undefined {
  const exact = byAlpha3.get(text);
  if (exact) return exact;
  if (ambiguous.has(fold(text))) return undefined;
  const alpha3 = findAlpha3(text);
  return alpha3 === undefined ? undefined : byAlpha3.get(alpha3);
}

function regionFor(alpha3: string, subRegion: string | null): Region {
  const region = regionOfCountry[alpha3] ?? regionOfSubRegion[subRegion ?? ""];
  if (!region) throw new Error(`The country ${alpha3} is in no region.`);
  return region;
}

function* countrySpellings(): Generator<readonly [string, string]> {
  for (const { alpha3, alpha2, names, aliases } of countryFile.countries) {
    for (const text of [alpha3, alpha2, ...Object.values(names), ...aliases]) yield [text, alpha3];
  }
  for (const [alpha3, aliases] of Object.entries(countryAliases)) {
    for (const text of aliases) yield [text, alpha3];
  }
}
