import type { Unit } from "./units.ts";

/** A release by its number, with every collective as it was believed then. */
export interface Version {
  readonly release: number;
  readonly units: readonly Unit[];
}

/** A collective of one year in each version: where it stood, or undefined where it was not known. Oldest version first. */
export type Life = readonly (Unit | undefined)[];

/** The lives of all collectives of a year. The last version is the one about to be published. */
export function livesOf(versions: readonly Version[], year: number): Life[] {
  const lives = new Map<string, (Unit | undefined)[]>();
  versions.forEach(({ units }, version) => {
    for (const unit of units) {
      if (unit.year !== year) continue;
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
