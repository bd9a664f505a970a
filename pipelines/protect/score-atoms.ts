import type { Standing } from "./units.ts";
import { inOrder, type Life, scopesOf } from "./versions.ts";

/** Class of a score: 0 and 1, 2, or 3 and 4 (in place). */
export type ScoreClass = "low" | "middle" | "high";

/** A collective as a version scores it. */
export interface Scored extends Standing {
  readonly of: ScoreClass;
  /** Whether it is scored a year earlier and a year later as well. */
  readonly pre: boolean;
  readonly post: boolean;
}

/** How many of an atom's collectives are in the classes that figures tell. */
export interface Classes {
  high: number;
  low: number;
}

/** Collectives that no figure of a result and year divides further, in any version. */
export interface ScoreAtom {
  readonly life: readonly (Scored | undefined)[];
  /** How many they are: taken as known to everybody. */
  readonly scored: number;
  /** Their classes, once for each time that a version restated them, and which of these each version has. */
  readonly epochs: readonly Classes[];
  readonly epochOf: readonly (number | undefined)[];
  /** Whether any version differs from another in them. */
  readonly changes: boolean;
  readonly knownTo: readonly string[];
}

/** The collectives that some version scores on a result, and the atoms that they make. */
export function scoreAtoms(result: string, lives: readonly Life[]) {
  const members: ScoreAtom["life"][] = [];
  const atoms = new Map<string, { -readonly [Key in keyof ScoreAtom]: ScoreAtom[Key] }>();
  for (const life of lives) {
    const own = life.map((unit) => scoredOf(result, unit));
    if (own.every((one) => one === undefined)) continue;
    members.push(own);
    const classes: ScoreClass[] = [];
    const epochOf = own.map((one) => {
      if (!one) return undefined;
      if (classes.at(-1) !== one.of) classes.push(one.of);
      return classes.length - 1;
    });
    const standing = own.map(
      (one) => one && [one.country, one.type, one.projects, one.funders, one.grants, one.pre, one.post],
    );
    const key = JSON.stringify([standing, epochOf]);
    const atom = atoms.get(key) ?? {
      life: own,
      scored: 0,
      epochs: classes.map(() => ({ high: 0, low: 0 })),
      epochOf,
      changes: own.some((one) => one === undefined) || classes.length > 1,
      knownTo: scopesOf(own),
    };
    atom.scored += 1;
    classes.forEach((of, epoch) => {
      const counted = atom.epochs[epoch] as Classes;
      if (of !== "middle") counted[of] += 1;
    });
    atoms.set(key, atom);
  }
  return { atoms: inOrder(atoms), members };
}

function scoredOf(result: string, unit: Life[number]): Scored | undefined {
  const filed = unit?.filed.get(result);
  if (!unit || !filed || filed.score === null) return undefined;
  const { score, projects, funders, grants } = filed;
  const { country, region, type, previous, next } = unit;
  const also = (other: Life[number]) => typeof other?.filed.get(result)?.score === "number";
  const of = score >= 3 ? "high" : score <= 1 ? "low" : "middle";
  return { country, region, type, projects, funders, grants, of, pre: also(previous), post: also(next) };
}
