import { resultCodes } from "../entry/workbook/result-texts.ts";
import type { SampleCollective } from "./collectives.ts";
import { getCountryProfile } from "./countries.ts";
import { randomFor } from "./random.ts";
import { stories } from "./stories.ts";

/** What the samples say of a collective under one result in one period. */
export interface SampleScore {
  readonly score: number;
  readonly tested: boolean;
}

/** How hard each result is; what depends on others is harder. */
const difficulty: Readonly<Record<string, number>> = {
  ...{ ST1: -0.3, ST2: 0.4, ST3: -0.1, ST4: 0.1, ST5: 0.3 },
  ...{ IN1: -0.6, IN2: 0.1, IN3: 0.4, IN4: -0.4 },
  ...{ EX1: -0.2, EX2: 0.3, EX3: 0, EX4: 0.3, EX5: 0.9, EX6: -0.1, EX7: 0.8 },
};

/** Where one score ends and the next begins on the latent scale. */
const thresholds = [-1.5, -0.6, 0.25, 1.3] as const;
const memory = 0.75;
const yearlyNoise = 0.42;

/** The score of a collective under a result at the end of a year, from all that went before. */
export function yearScore(seed: number, collective: SampleCollective, result: string, year: number): SampleScore {
  const random = randomFor(seed, "score", collective.code, result);
  const lasting = 0.35 * random.normal();
  let noise = random.normal() * yearlyNoise;
  let testing = random.next();
  for (let passed = collective.from; passed < year; passed += 1) {
    noise = memory * noise + Math.sqrt(1 - memory ** 2) * yearlyNoise * random.normal();
    testing = random.next();
  }
  const latent = level(seed, collective, result, year) + lasting + noise;
  return scoreAt(latent, testing < 0.45);
}

/** The score part of the way through a year: between the last year's and this one's. */
export function partScore(seed: number, collective: SampleCollective, result: string, period: string): SampleScore {
  const year = Number(period.slice(0, 4));
  const atEnd = yearScore(seed, collective, result, year);
  if (period.length === 4 || period.endsWith("H2") || period.endsWith("Q4")) return atEnd;
  const random = randomFor(seed, "part", collective.code, result, period);
  const before = year > collective.from ? yearScore(seed, collective, result, year - 1) : atEnd;
  return random.chance(0.5) ? { ...before, tested: before.tested && random.chance(0.5) } : atEnd;
}

function level(seed: number, collective: SampleCollective, result: string, year: number): number {
  const { country, from } = collective;
  const profile = getCountryProfile(country);
  const sinceJoining = year - from;
  const gained = profile.gain * Math.min(sinceJoining, 5);
  const shared = profile.gain === 0 ? 0 : 0.12 * randomFor(seed, "year", country, year).normal();
  const placed = 0.25 * randomFor(seed, "country", country, result).normal();
  return (
    profile.level + collective.ability + gained + shared + placed - difficulty[result]! + story(country, result, year)
  );
}

function story(country: string, result: string, year: number): number {
  const { legalSupportFalls, strongInsideWeakOutside } = stories;
  if (country === legalSupportFalls.country && result === legalSupportFalls.result) {
    if (year < legalSupportFalls.after) return 0.6;
    return 0.6 + legalSupportFalls.size + legalSupportFalls.back * (year - legalSupportFalls.after);
  }
  if (country === strongInsideWeakOutside.country) {
    if (result.startsWith("IN")) return strongInsideWeakOutside.internal;
    if (result.startsWith("EX")) return strongInsideWeakOutside.external;
  }
  return 0;
}

/** A 4 asks for an event: with no test in the period the ceiling is 3. */
function scoreAt(latent: number, tested: boolean): SampleScore {
  const reached = thresholds.filter((threshold) => latent >= threshold).length;
  return { score: reached === 4 && !tested ? 3 : reached, tested };
}

/** Guards the table above against a framework that gained a result. */
for (const code of resultCodes) {
  if (difficulty[code] === undefined) throw new Error(`The samples do not know how hard ${code} is.`);
}
