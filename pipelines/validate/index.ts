import type { Rule } from "./rule.ts";
import { cellRules } from "./rules/cells.ts";
import { fileRules } from "./rules/files.ts";
import { formatRules } from "./rules/formats.ts";
import { rowRules } from "./rules/rows.ts";
import { storeRules } from "./rules/stores.ts";

/** Every validation rule, in the order in which they are looked at. */
export const rules: readonly Rule[] = [
  ...cellRules,
  ...rowRules,
  ...Object.values(fileRules),
  ...storeRules,
  ...formatRules,
];

export type { CellRule, FileRule, RowRule, Rule } from "./rule.ts";
