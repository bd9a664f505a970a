import type { ResultCode } from "@trama/data/framework";
import type { ClearedOutcomeStatement } from "@trama/data/schema";
import { type Element, element, narratives } from "./element.ts";
import { definition, statementComment, statementsTitle } from "./words.ts";

/** An outcome statement that people cleared for everybody, with the year it may be told of. */
export type Statement = ClearedOutcomeStatement & { readonly year: number };

/** Cleared outcome statements as a qualitative indicator: an actual without a value for each, its words in the comment. */
export function statementsIndicator(
  result: ResultCode | null,
  statements: readonly Statement[],
  vocabulary: string,
): Element | null {
  const years = [...new Set(statements.map(({ year }) => year))].sort((a, b) => a - b);
  if (years.length === 0) return null;
  return element(
    "indicator",
    { measure: "5", "aggregation-status": false },
    narratives("title", statementsTitle(result)),
    result === null ? null : narratives("description", definition(result)),
    result === null
      ? null
      : element("reference", { vocabulary: "99", code: result, "indicator-uri": `${vocabulary}#${result}` }),
    ...years.map((year) =>
      element(
        "period",
        {},
        element("period-start", { "iso-date": `${year}-01-01` }),
        element("period-end", { "iso-date": `${year}-12-31` }),
        ...statements
          .filter((one) => one.year === year)
          .map((one) => element("actual", {}, narratives("comment", statementComment(one)))),
      ),
    ),
  );
}
