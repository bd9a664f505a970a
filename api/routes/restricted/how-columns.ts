import { pressureKinds as kindsOfPressure, panels, tieFunctions, tieLevels } from "@trama/data/codelists";
import type { PressureFigure, TieFigure, VoiceFigure } from "../../contract/index.ts";

/** Columns of how results come about as CSV and Arrow, in order, each with the kind of its values. */

type Flat = Readonly<Record<string, unknown>>;

const whole = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, "whole"])) as Record<Name, "whole">;

export const actionKinds = {
  action: "text",
  country: "text",
  year: "whole",
  collectives: "whole",
  scored: "whole",
  median: "band-whole",
  ...whole(["preventive", "emergency", "women", "men", "youth"]),
} as const;

export const capacityKinds = {
  capacity: "text",
  collective: "text",
  country: "text",
  project: "text",
  year: "whole",
  score: "whole",
  linked: "whole",
  linked_median: "band-whole",
  gap: "whole",
  noted: "text",
} as const;

const levels = tieLevels.codes.map(({ code }) => code).filter((code) => code !== "inside");
const parts = ["used", "two_way", "held_by_several", "not_through_pi", "pairs_in_contact"] as const;

export const tieKinds = {
  country: "text",
  year: "whole",
  ...whole(["collectives", "active"]),
  ...whole(levels.map((level) => `level_${level}` as const)),
  every_level: "whole",
  ...whole(tieFunctions.codes.map(({ code }) => `function_${code}` as const)),
  ...whole(parts.flatMap((part) => [`${part}_k`, `${part}_n`] as const)),
} as const;

/** Ties of a country and year in one line. */
export function flatTie(figure: TieFigure): Flat {
  return {
    ...figure,
    ...Object.fromEntries(Object.entries(figure.levels).map(([level, count]) => [`level_${level}`, count])),
    ...Object.fromEntries(Object.entries(figure.functions).map(([code, count]) => [`function_${code}`, count])),
    ...Object.fromEntries(
      parts.flatMap((part) => [
        [`${part}_k`, figure[part][0]],
        [`${part}_n`, figure[part][1]],
      ]),
    ),
  };
}

const panelCodes = panels.codes.map(({ code }) => code);

export const voiceKinds = {
  result: "text",
  country: "text",
  year: "whole",
  ...Object.fromEntries(
    panelCodes.flatMap((panel) => [
      [`${panel}_n`, "whole"],
      [`${panel}_median`, "band-whole"],
    ]),
  ),
  compared: "whole",
  ...whole([0, 1, 2, 3, 4].map((gap) => `gap_${gap}` as const)),
  ...whole(["women_lowest", "youth_lowest"]),
  agreement: "real",
} as Readonly<Record<string, "text" | "whole" | "real" | "band-whole">>;

/** Panels of a result, country and year in one line. */
export function flatVoice({ panels: heard, gaps, ...figure }: VoiceFigure): Flat {
  return {
    ...figure,
    ...Object.fromEntries(
      panelCodes.flatMap((panel) => [
        [`${panel}_n`, heard[panel]?.n ?? 0],
        [`${panel}_median`, heard[panel]?.median ?? [null, null]],
      ]),
    ),
    ...Object.fromEntries(gaps.map((count, gap) => [`gap_${gap}`, count])),
  };
}

export const pressureKinds = {
  country: "text",
  year: "whole",
  ...whole(["collectives", "none", "low", "high", "severe"]),
  ...whole(kindsOfPressure.codes.map(({ code }) => `kind_${code}` as const)),
  ...whole(["fours", "untested"]),
} as const;

/** Pressure of a country and year in one line. */
export function flatPressure({ kinds, ...figure }: PressureFigure): Flat {
  return {
    ...figure,
    ...Object.fromEntries(Object.entries(kinds).map(([kind, count]) => [`kind_${kind}`, count])),
  };
}

export const reachKinds = {
  country: "text",
  year: "whole",
  attribute: "text",
  member: "text",
  collectives: "whole",
} as const;
