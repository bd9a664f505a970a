import type { Period } from "@trama/data/codelists";
import type { Context, Filing, Place, Values } from "./record.ts";

/** What every record about a collective in a period shares. */
export function aboutCollective(
  values: Values,
  { project, country, period, version }: Context,
  place: Place,
  { report, learnedAt, pseudonym }: Filing,
) {
  const { code, year } = period as Period;
  const named = values.collective ?? null;
  return {
    collective: named === null ? null : pseudonym("collective", String(country), String(named)),
    country,
    project,
    year,
    period: code,
    version: version ?? 1,
    report,
    ...place,
    learned_at: learnedAt,
  };
}

/** Contributions as rated, and whether rival explanations came with them. */
export function contributionsOf(values: Values) {
  return {
    contribution_collective: values.contribution_collective ?? null,
    contribution_pi: values.contribution_pi ?? null,
    contribution_others: values.contribution_others ?? null,
    rival_stated: (values.rival ?? null) !== null,
  };
}
