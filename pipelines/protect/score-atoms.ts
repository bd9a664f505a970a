import type { Filed, Standing } from "./units.ts";
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

/** Collectives that stand and score alike in every version. */
export interface Kin {
  readonly life: ScoreAtom["life"];
  readonly count: number;
}

/** The collectives that some version scores on a result, those alike together, and the atoms that they make. */
export function scoreAtoms(result: string, lives: readonly Life[]): { atoms: ScoreAtom[]; kin: Kin[] } {
  const kin = kinOf(result, lives);
  const atoms = new Map<string, { -readonly [Key in keyof ScoreAtom]: ScoreAtom[Key] }>();
  for (const { life: own, count } of kin) {
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
    atom.scored += count;
    classes.forEach((of, epoch) => {
      const counted = atom.epochs[epoch] as Classes;
      if (of !== "middle") counted[of] += count;
    });
    atoms.set(key, atom);
  }
  return { atoms: inOrder(atoms), kin };
}

/** Groups collectives by numbers alone: there may be tens of thousands in each of hundreds of results and years. */
function kinOf(result: string, lives: readonly Life[]): Kin[] {
  const places = new Map<string, number>();
  const payers = new Map<Filed, number>();
  const payersByText = new Map<string, number>();
  const payersOf = (filed: Filed): number => {
    const known = payers.get(filed);
    if (known !== undefined) return known;
    const number = numberOf(payersByText, JSON.stringify([filed.projects, filed.funders, filed.grants]));
    payers.set(filed, number);
    return number;
  };
  const standings = new Map<number, number>();
  const alike = new Map<number, number>();
  const kin: { life: ScoreAtom["life"]; count: number }[] = [];
  const ends = new Map<number, (typeof kin)[number]>();
  for (const life of lives) {
    let group = 0;
    let any = false;
    for (const unit of life) {
      const filed = unit?.filed.get(result);
      let own = 0;
      if (unit && filed && filed.score !== null) {
        any = true;
        const place = numberOf(places, `${unit.country}|${unit.type}`);
        const standing = numberOf(standings, place * pairs + payersOf(filed));
        const [of, pre, post] = [
          classNumber(filed.score),
          isScored(unit.previous, result),
          isScored(unit.next, result),
        ];
        own = 1 + standing * 12 + of * 4 + (pre ? 2 : 0) + (post ? 1 : 0);
      }
      group = 1 + numberOf(alike, group * pairs + own);
    }
    if (!any) continue;
    const found = ends.get(group) ?? { life: life.map((unit) => scoredOf(result, unit)), count: 0 };
    found.count += 1;
    if (found.count === 1) {
      ends.set(group, found);
      kin.push(found);
    }
  }
  return kin;
}

/** Two numbers below it make one that a double holds exactly. */
const pairs = 2 ** 26;

/** The number of a key: the next one where it is new. */
function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = numbers.size;
  if (number >= pairs / 12 - 1) throw new Error("There are more kinds of collectives than can be told apart.");
  numbers.set(key, number);
  return number;
}

const scoreClasses = ["low", "middle", "high"] as const satisfies readonly ScoreClass[];

function classNumber(score: number): 0 | 1 | 2 {
  return score >= 3 ? 2 : score <= 1 ? 0 : 1;
}

function isScored(unit: Life[number], result: string): boolean {
  const score = unit?.filed.get(result)?.score;
  return score !== undefined && score !== null;
}

function scoredOf(result: string, unit: Life[number]): Scored | undefined {
  const filed = unit?.filed.get(result);
  if (!unit || !filed || filed.score === null) return undefined;
  const { score, projects, funders, grants } = filed;
  const { country, region, type, previous, next } = unit;
  const of = scoreClasses[classNumber(score)];
  return {
    country,
    region,
    type,
    projects,
    funders,
    grants,
    of,
    pre: isScored(previous, result),
    post: isScored(next, result),
  };
}
