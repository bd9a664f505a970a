import type { Lang } from "../codelists/index.ts";
import type { EntryRow } from "../entry/workbook/entry-sheet.ts";
import { lastYear } from "./countries.ts";
import type { SampleProject } from "./projects.ts";
import { type Random, randomFor } from "./random.ts";

const halfway = 2022;
const revisedIn = 2023;

/** Results that depend on the collectives' own practice or access: what others do is nobody's target. */
const targeted = ["ST1", "ST2", "ST3", "ST4", "IN1", "IN2", "IN3", "IN4", "EX4", "EX6"] as const;

/** Projects that revise one target, and the result it is about. */
export const revisedTargets: Readonly<Record<string, (typeof targeted)[number]>> = {
  "GTM-S1": "EX4",
  "MEX-S1": "ST2",
  "KEN-S1": "IN3",
  "COD-S1": "ST4",
  "PHL-S1": "EX6",
};

const reasons: Readonly<Record<Lang, string>> = {
  en: "Revised after the mid-term review.",
  es: "Revisada tras la evaluación de medio término.",
  fr: "Révisée après l'évaluation à mi-parcours.",
};

/** Target lines of a project's report for a year: all in its first, a revised one later. */
export function targetRows(
  seed: number,
  project: SampleProject,
  year: number,
  collectives: number,
  lang: Lang,
): EntryRow[] {
  const first = firstTargets(seed, project, collectives);
  if (year === project.from) return first;
  const revised = revisedTargets[project.code];
  if (year !== revisedIn || !revised) return [];
  return [
    {
      result: revised,
      year: lastYear,
      k: Math.max(1, Math.round(collectives * 0.4)),
      n: collectives,
      set_on: `${revisedIn}-06-30`,
      reason: reasons[lang],
    },
  ];
}

function firstTargets(seed: number, project: SampleProject, collectives: number): EntryRow[] {
  const random = randomFor(seed, "targets", project.code);
  const due = project.from < halfway ? [halfway, lastYear] : [lastYear];
  return fourOf(random, revisedTargets[project.code]).flatMap((result) =>
    due.map((year) => ({
      result,
      year,
      k: Math.max(1, Math.round(collectives * (year === halfway ? 0.45 : 0.6) + random.whole(-1, 1))),
      n: collectives,
      set_on: `${project.from}-03-15`,
    })),
  );
}

function fourOf(random: Random, always: (typeof targeted)[number] | undefined): readonly string[] {
  const chosen = new Set<string>(always ? [always] : []);
  while (chosen.size < 4) chosen.add(random.pick(targeted));
  return targeted.filter((result) => chosen.has(result));
}
