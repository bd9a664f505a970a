import type { CollectiveType, Lang } from "../codelists/index.ts";

/** First and last year of the sample reports. */
export const firstYear = 2019;
export const lastYear = 2025;
export const years: readonly number[] = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i);

/** A country as the samples imagine it. None of it describes the real country. */
export interface CountryProfile {
  readonly code: string;
  readonly lang: Lang;
  readonly types: Readonly<Partial<Record<CollectiveType, number>>>;
  /** Level of the country on the latent scale, where 0 is between scores 1 and 2. */
  readonly level: number;
  /** Gain a year, same collectives, before it levels off. */
  readonly gain: number;
  /** Chance that a collective is there from the start; the others join over the years. */
  readonly early: number;
  /** Where those who join later stand beside the first. */
  readonly newcomers: number;
}

const latinAmerica = {
  "community-association": 29,
  "rural-peasant": 23,
  "womens-organisation": 22,
  indigenous: 13,
  ngo: 4,
  "afro-descendant": 3,
  movement: 2,
  "trade-union": 2,
  other: 1,
  unknown: 1,
} as const;
const africa = {
  "community-association": 34,
  "rural-peasant": 27,
  "womens-organisation": 25,
  ngo: 7,
  indigenous: 2,
  movement: 2,
  other: 2,
  unknown: 1,
} as const;
const southEastAsia = {
  "rural-peasant": 32,
  "community-association": 30,
  "womens-organisation": 24,
  indigenous: 6,
  movement: 4,
  "trade-union": 2,
  ngo: 2,
} as const;

export const countryProfiles: readonly CountryProfile[] = [
  { code: "GTM", lang: "es", types: latinAmerica, level: 0.1, gain: 0.16, early: 0.7, newcomers: -0.1 },
  { code: "HND", lang: "es", types: latinAmerica, level: -0.2, gain: 0.12, early: 0.7, newcomers: -0.15 },
  { code: "MEX", lang: "es", types: latinAmerica, level: 0.2, gain: 0.14, early: 0.65, newcomers: -0.2 },
  { code: "COL", lang: "es", types: latinAmerica, level: 0.2, gain: 0.2, early: 0.4, newcomers: -0.8 },
  { code: "BRA", lang: "en", types: latinAmerica, level: 0.15, gain: 0.1, early: 0.75, newcomers: -0.1 },
  { code: "KEN", lang: "en", types: africa, level: 0.05, gain: 0.16, early: 0.65, newcomers: -0.25 },
  { code: "UGA", lang: "en", types: africa, level: -0.25, gain: 0.13, early: 0.7, newcomers: -0.1 },
  { code: "COD", lang: "fr", types: africa, level: -0.4, gain: 0.15, early: 0.65, newcomers: -0.15 },
  { code: "SEN", lang: "fr", types: africa, level: 0, gain: 0.1, early: 0.7, newcomers: -0.1 },
  { code: "THA", lang: "en", types: southEastAsia, level: 0.1, gain: 0, early: 1, newcomers: 0 },
  { code: "IDN", lang: "en", types: southEastAsia, level: -0.05, gain: 0.15, early: 0.8, newcomers: -0.1 },
  { code: "PHL", lang: "en", types: southEastAsia, level: 0.1, gain: 0.12, early: 0.8, newcomers: -0.1 },
];

/** The profile of a country of the samples. */
export function getCountryProfile(code: string): CountryProfile {
  const profile = countryProfiles.find((country) => country.code === code);
  if (!profile) throw new Error(`The samples have no country ${code}.`);
  return profile;
}
