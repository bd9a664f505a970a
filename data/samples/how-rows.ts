import { pressureKinds, tieFunctions, tieLevels } from "../codelists/index.ts";
import type { EntryRow } from "../entry/workbook/entry-sheet.ts";
import { actions } from "../framework/actions.ts";
import { capacities } from "../framework/capacities.ts";
import type { SampleCollective } from "./collectives.ts";
import { randomFor } from "./random.ts";
import { partScore } from "./scores.ts";

/** Earlier reports of the samples tell of results only, as reports did before these sheets were asked for. */
export const toldFrom = 2023;

const alliesInCountry = 8;
const levels = tieLevels.codes.map(({ code }) => code).filter((code) => code !== "inside");
const functions = tieFunctions.codes.map(({ code }) => code);

/** One or two actions of each collective in a period, each towards a result that the framework links it with. */
export function actionRows(seed: number, collectives: readonly SampleCollective[], period: string): EntryRow[] {
  return collectives.flatMap(({ code }) => {
    const random = randomFor(seed, "actions", code, period);
    const taken = new Set([random.pick(actions), ...(random.chance(0.5) ? [random.pick(actions)] : [])]);
    return [...taken].map((action) => {
      const contribution = random.whole(1, 4);
      return {
        collective: code,
        action: action.code,
        score: random.whole(1, 4),
        evidence: random.whole(1, 3),
        lead: random.weighted({ collective: 5, joint: 3, pi: 1, partner: 1 }),
        support: random.weighted({ training: 4, accompaniment: 4, funds: 1, none: 1 }),
        mode: random.chance(0.75) ? "preventive" : "emergency",
        women: random.whole(4, 30),
        men: random.whole(4, 30),
        youth: random.whole(0, 12),
        result: random.pick(action.links.results).code,
        contribution_collective: Math.min(contribution, 2),
        contribution_pi: random.whole(0, 2),
        contribution_others: random.whole(0, 2),
      };
    });
  });
}

/** Each capacity of nearly every collective, mostly as its linked results have it and now and then far from them. */
export function capacityRows(seed: number, collectives: readonly SampleCollective[], period: string): EntryRow[] {
  const told = collectives.filter(({ code }) => randomFor(seed, "capacities", code, period).chance(0.95));
  return told.flatMap((collective) =>
    capacities.map(({ code, links: { results } }) => {
      const random = randomFor(seed, "capacity", collective.code, code, period);
      const linked = results.map((result) => partScore(seed, collective, result.code, period).score).sort();
      const middle = linked[Math.floor(linked.length / 2)] as number;
      const drift = random.weighted({ "-2": 1, "-1": 4, "0": 10, "1": 4, "2": 1 });
      return {
        collective: collective.code,
        capacity: code,
        score: Math.min(4, Math.max(0, middle + Number(drift))),
        evidence: random.whole(1, 3),
      };
    }),
  );
}

/** Contact between subgroups of every third collective. */
export function bondingRows(seed: number, collectives: readonly SampleCollective[], period: string): EntryRow[] {
  return everyThird(collectives).map(({ code }) => {
    const random = randomFor(seed, "bonding", code, period);
    const possible = random.pick([3, 6, 10]);
    const inContact = random.whole(0, possible);
    return {
      collective: code,
      item: "BO1",
      score: Math.round((inContact / possible) * 3),
      evidence: 2,
      pairs_possible: possible,
      pairs_in_contact: inContact,
    };
  });
}

/** Ties of each collective: the same allies from year to year, some of them active in one and not in the next. */
export function tieRows(seed: number, collectives: readonly SampleCollective[], year: number): EntryRow[] {
  return collectives.flatMap(({ code, country }) => {
    const lasting = randomFor(seed, "ties", code);
    const allies = new Set(Array.from({ length: lasting.whole(2, 5) }, () => lasting.whole(1, alliesInCountry)));
    return [...allies].map((ally) => {
      const about = randomFor(seed, "ally", country, ally);
      const random = randomFor(seed, "tie", code, ally, year);
      const active = random.chance(0.8);
      return {
        collective: code,
        ally: `SAMPLE-ALLY-${country}-${ally}`,
        level: about.pick(levels),
        function: about.pick(functions),
        active: active ? "yes" : "no",
        used: active && random.chance(0.6) ? "yes" : "no",
        direction: random.pick(["to", "from", "both"]),
        held_by_several: random.chance(0.6) ? "yes" : "no",
        through_pi: random.chance(0.4) ? "yes" : "no",
      };
    });
  });
}

/** How much pressure each collective was under, and of which kind. */
export function pressureRows(seed: number, collectives: readonly SampleCollective[], period: string): EntryRow[] {
  return collectives.map(({ code }) => {
    const random = randomFor(seed, "pressure", code, period);
    const level = random.weighted({ none: 4, low: 3, high: 2, severe: 1 });
    const kind = random.pick(pressureKinds.codes).code;
    return { collective: code, level, kind: level === "none" ? null : kind };
  });
}

function everyThird(collectives: readonly SampleCollective[]): readonly SampleCollective[] {
  return collectives.filter((_, at) => at % 3 === 0);
}
