import { actionLeads, actionModes, supportTypes } from "./actions.ts";
import { actorTypes } from "./actor-types.ts";
import type { Codelist } from "./codelist.ts";
import { collectiveTypes } from "./collective-types.ts";
import { evidenceGrades } from "./evidence-grades.ts";
import { formality } from "./formality.ts";
import { fundingTerms } from "./funding-terms.ts";
import { iatiMeasures } from "./iati-measures.ts";
import { iatiResultTypes } from "./iati-result-types.ts";
import { measures } from "./measures.ts";
import { missingCodes } from "./missing-codes.ts";
import { outcomeDirections } from "./outcome-directions.ts";
import { panels } from "./panels.ts";
import { pressureKinds } from "./pressure-kinds.ts";
import { pressureLevels } from "./pressure-levels.ts";
import { regions } from "./regions.ts";
import { settings } from "./settings.ts";
import { substantiators } from "./substantiators.ts";
import { tieDirections } from "./tie-directions.ts";
import { tieFunctions } from "./tie-functions.ts";
import { tieLevels } from "./tie-levels.ts";

/** A code list whose codes are known only when it runs. */
export type AnyCodelist = Pick<Codelist<string>, "id" | "codes"> & { match(text: string): string | undefined };

/** Every code list, countries apart: they are matched by `matchCountry`. */
export const codelists: readonly AnyCodelist[] = [
  actionLeads,
  actionModes,
  actorTypes,
  collectiveTypes,
  evidenceGrades,
  formality,
  fundingTerms,
  iatiMeasures,
  iatiResultTypes,
  measures,
  missingCodes,
  outcomeDirections,
  panels,
  pressureKinds,
  pressureLevels,
  regions,
  settings,
  substantiators,
  supportTypes,
  tieDirections,
  tieFunctions,
  tieLevels,
];

const byId = new Map(codelists.map((list) => [list.id, list]));

/** The code list with this id, such as `collective-type`. */
export function findCodelist(id: string): AnyCodelist | undefined {
  return byId.get(id);
}
