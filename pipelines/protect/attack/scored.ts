import type { histories, Marks, Member, Paid } from "./believed.ts";
import { markText } from "./believed.ts";
import type { PublicRow } from "./published.ts";

/** Marks of collectives with a score, and in which of the years beside they have one too. */
export interface ScoredMarks extends Marks {
  readonly before: boolean;
  readonly after: boolean;
}

/** Where an attacker's unknowns stand: how many have scores of 3 and 4, and of 0 and 1. */
export interface Place {
  readonly high: number;
  readonly low: number;
}

/** Collectives with the same marks in every release. */
export interface ScoredKind {
  readonly marks: readonly (ScoredMarks | undefined)[];
  /** The unknowns that each release's bands speak of; a score that a release restated is another one. */
  readonly places: readonly (Place | undefined)[];
  /** Whether any release differs from another in them. */
  readonly changed: boolean;
}

/** All that is unknown of the scores of a result and year. */
export interface ScoredKinds {
  readonly kinds: readonly ScoredKind[];
  readonly truth: readonly number[];
  readonly most: readonly number[];
}

/** Whether the collectives that a row speaks of are followed from the year before, to the year after, or not at all. */
export function followedIn(row: PublicRow, year: number): "before" | "after" | undefined {
  if (row.year_from === null) return undefined;
  return row.year === year ? "before" : "after";
}

/** The kinds of collectives that any release scores on a result, by what all who attack know of them. */
export function scoredKinds(result: string, lives: ReturnType<typeof histories>): ScoredKinds {
  const found = new Map<string, ScoredKind>();
  const truth: number[] = [];
  const most: number[] = [];
  for (const life of lives) {
    const scores = life.map((unit) => unit?.filed.get(result)?.score ?? null);
    if (scores.every((score) => score === null)) continue;
    let turn = -1;
    let last: string | undefined;
    const turns = scores.map((score) => {
      if (score === null) return undefined;
      if (last !== classOf(score)) turn += 1;
      last = classOf(score);
      return turn;
    });
    const marks = life.map((unit, version) => (scores[version] === null ? undefined : marksOf(unit, result)));
    const key = JSON.stringify([marks.map((mark) => mark && [markText(mark, mark), mark.before, mark.after]), turns]);
    const kind = found.get(key) ?? {
      marks,
      places: placesOf(turns, truth.length),
      changed: turn > 0 || marks.includes(undefined),
    };
    found.set(key, kind);
    for (let at = truth.length; at <= Math.max(...kind.places.map((place) => place?.low ?? -1)); at += 1) {
      truth.push(0);
      most.push(0);
    }
    for (let one = 0; one <= turn; one += 1) {
      const version = turns.indexOf(one);
      const { high, low } = kind.places[version] as Place;
      const scored = classOf(scores[version] as number);
      for (const column of [high, low]) most[column] = (most[column] as number) + 1;
      if (scored === "high") truth[high] = (truth[high] as number) + 1;
      if (scored === "low") truth[low] = (truth[low] as number) + 1;
    }
  }
  return { kinds: [...found.values()], truth, most };
}

function placesOf(turns: readonly (number | undefined)[], first: number): (Place | undefined)[] {
  return turns.map((turn) => (turn === undefined ? undefined : { high: first + 2 * turn, low: first + 2 * turn + 1 }));
}

function classOf(score: number): "low" | "middle" | "high" {
  return score >= 3 ? "high" : score <= 1 ? "low" : "middle";
}

function marksOf(unit: Member | undefined, result: string): ScoredMarks | undefined {
  if (!unit) return undefined;
  const { projects, funders, grants } = unit.filed.get(result) as Paid;
  const scored = (beside: Member["next"]) => typeof beside?.filed.get(result)?.score === "number";
  const { country, region, type, previous, next } = unit;
  return { country, region, type, projects, funders, grants, before: scored(previous), after: scored(next) };
}
