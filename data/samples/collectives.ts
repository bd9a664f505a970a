import type { CollectiveType } from "../codelists/index.ts";
import { firstYear, getCountryProfile, lastYear, years } from "./countries.ts";
import { type SampleProject, sampleProjects } from "./projects.ts";
import { keyAt, randomFor } from "./random.ts";
import { stories } from "./stories.ts";

/** An invented collective. */
export interface SampleCollective {
  readonly code: string;
  readonly country: string;
  readonly project: string;
  readonly type: CollectiveType;
  readonly formality: "structured" | "informal" | "unknown";
  readonly setting: "rural" | "urban" | "mixed" | "unknown";
  readonly womenLed: boolean | null;
  readonly youthLed: boolean | null;
  readonly accompaniedSince: number;
  /** Years in which it is reported. */
  readonly from: number;
  readonly to: number;
  /** Where it stands on the latent scale beside its country. */
  readonly ability: number;
}

/** The collectives of every project, in the order of their codes. */
export function makeCollectives(seed: number): readonly SampleCollective[] {
  const counts = new Map<string, number>();
  return sampleProjects.flatMap((project) =>
    thinnedByStory(
      project,
      Array.from({ length: project.collectives }, () => {
        const number = (counts.get(project.country) ?? 0) + 1;
        counts.set(project.country, number);
        return makeCollective(seed, project, number);
      }),
    ),
  );
}

/** True where a collective is reported in a year. */
export function isActive(collective: SampleCollective, year: number): boolean {
  return collective.from <= year && year <= collective.to;
}

function makeCollective(seed: number, project: SampleProject, number: number): SampleCollective {
  const profile = getCountryProfile(project.country);
  const code = `SAMPLE-${project.country}-${String(number).padStart(2, "0")}`;
  const random = randomFor(seed, "collective", code);
  const type = typeOf(seed, project.country, number);
  const early = random.chance(profile.early);
  const from = early ? project.from : random.pick(years.filter((year) => year > project.from && year < lastYear));
  const leaves = random.chance(project.country === stories.weakLeave.country ? 0 : 0.14);
  return {
    code,
    country: project.country,
    project: project.code,
    type,
    formality: random.weighted(formalityOf(type)),
    setting: random.weighted(settingOf(type)),
    womenLed: random.chance(0.06) ? null : type === "womens-organisation" || random.chance(0.28),
    youthLed: random.chance(0.08) ? null : random.chance(0.16),
    accompaniedSince: early && from === firstYear ? random.whole(2013, firstYear) : from,
    from,
    to: leaves ? Math.min(lastYear, from + random.whole(2, 5)) : lastYear,
    ability: 0.7 * random.normal() + (early ? 0 : profile.newcomers),
  };
}

/**
 * The type of a country's collective of that number. Steps of the golden section spread the numbers evenly, so that any
 * few collectives in a row have about the mix of their country.
 */
function typeOf(seed: number, country: string, number: number): CollectiveType {
  const start = randomFor(seed, "kind", country).next();
  return keyAt(getCountryProfile(country).types, (start + number * 0.618_033_988_75) % 1);
}

/** In one country the weakest collectives leave after a year: the others did not change, yet the share rises. */
function thinnedByStory(project: SampleProject, collectives: readonly SampleCollective[]): readonly SampleCollective[] {
  const { country, lastYearOfWeak, leavers } = stories.weakLeave;
  if (project.country !== country) return collectives;
  const weakest = new Set([...collectives].sort((a, b) => a.ability - b.ability).slice(0, leavers));
  return collectives.map((collective) =>
    weakest.has(collective) ? { ...collective, to: lastYearOfWeak } : collective,
  );
}

function formalityOf(type: CollectiveType): Readonly<Record<SampleCollective["formality"], number>> {
  switch (type) {
    case "ngo":
    case "trade-union":
      return { structured: 95, informal: 2, unknown: 3 };
    case "movement":
      return { structured: 25, informal: 70, unknown: 5 };
    default:
      return { structured: 55, informal: 40, unknown: 5 };
  }
}

function settingOf(type: CollectiveType): Readonly<Record<SampleCollective["setting"], number>> {
  switch (type) {
    case "indigenous":
    case "rural-peasant":
      return { rural: 90, urban: 1, mixed: 6, unknown: 3 };
    case "ngo":
    case "trade-union":
      return { rural: 10, urban: 60, mixed: 27, unknown: 3 };
    default:
      return { rural: 45, urban: 28, mixed: 23, unknown: 4 };
  }
}
