import { actions } from "./actions.ts";
import { bonding } from "./bonding.ts";
import { capacities } from "./capacities.ts";
import { collectives } from "./collectives.ts";
import { context } from "./common.ts";
import type { Field, Sheet } from "./field.ts";
import { funding } from "./funding.ts";
import { localIndicators } from "./local-indicators.ts";
import { outcomes } from "./outcomes.ts";
import { pressure } from "./pressure.ts";
import { report } from "./report.ts";
import { results } from "./results.ts";
import { targets } from "./targets.ts";
import { ties } from "./ties.ts";

/** Version of the entry workbook's layout, stamped on every template. */
export const entryVersion = 1;

/** The sheets of the entry workbook, in the order in which a team fills them. */
export const sheets: readonly Sheet[] = [
  report,
  collectives,
  results,
  localIndicators,
  targets,
  funding,
  actions,
  capacities,
  bonding,
  ties,
  pressure,
  outcomes,
];

/** All columns a sheet may carry: its own, then the context that the report sheet otherwise gives. */
export function fieldsOf(sheet: Sheet): readonly Field[] {
  const own = new Set(sheet.fields.map(({ key }) => key));
  return [...sheet.fields, ...context.filter(({ key }) => !own.has(key))];
}

export { context } from "./common.ts";
export type { Field, FieldKind, Sheet, Words } from "./field.ts";
