import type { Unit } from "./units.ts";

/** A release by its number, with every collective as it was believed then. */
export interface Version {
  readonly release: number;
  readonly units: readonly Unit[];
}

/** A collective of one year in each version: where it stood, or undefined where it was not known. Oldest version first. */
export type Life = readonly (Unit | undefined)[];

/** The lives of all collectives of one year, in how many versions. The last is the one about to be published. */
export interface YearLives {
  readonly year: number;
  readonly versions: number;
  readonly lives: readonly Life[];
}

/** The lives of all collectives, by year: every unit is looked at once. */
export function livesByYear(versions: readonly Version[]): YearLives[] {
  const years = new Map<number, Unit[][]>();
  versions.forEach(({ units }, version) => {
    for (const unit of units) {
      const year = years.get(unit.year) ?? versions.map(() => []);
      years.set(unit.year, year);
      year[version]?.push(unit);
    }
  });
  return [...years]
    .sort(([one], [other]) => one - other)
    .map(([year, those]) => ({ year, versions: versions.length, lives: livesOf(those) }));
}

function livesOf(versions: readonly (readonly Unit[])[]): Life[] {
  const lives = new Map<string, (Unit | undefined)[]>();
  versions.forEach((units, version) => {
    for (const unit of units) {
      const key = `${unit.collective}|${unit.country}`;
      const life = lives.get(key) ?? versions.map(() => undefined);
      life[version] = unit;
      lives.set(key, life);
    }
  });
  return inOrder(lives);
}

/** Everybody who may know the rows of a collective: the managers of its country and of its projects, its donors. */
export function scopesOf(life: readonly (Pick<Unit, "country" | "projects"> | undefined)[]): string[] {
  const scopes = new Set<string>();
  for (const unit of life) {
    if (!unit) continue;
    scopes.add(`country ${unit.country}`);
    for (const project of unit.projects) scopes.add(`project ${project}`);
  }
  return [...scopes];
}

/** The donors of a collective. */
export function donorScopesOf(life: Life): string[] {
  return [...new Set(life.flatMap((unit) => unit?.funders ?? []))].map((funder) => `donor ${funder}`);
}

/** Groups in the order of their keys, which name no collective: what is published depends on no pseudonym. */
export function inOrder<Group>(groups: ReadonlyMap<string, Group>): Group[] {
  return [...groups.keys()].sort().map((key) => groups.get(key) as Group);
}
