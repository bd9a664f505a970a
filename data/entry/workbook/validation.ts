import { colToLetter, type DataValidation } from "hucre";
import type { Lang } from "../../codelists/index.ts";
import type { Field } from "../field.ts";
import { entryRows } from "../reference-sheets.ts";
import { entryYears } from "./choices.ts";
import { listSource } from "./lists.ts";
import { texts } from "./texts.ts";

/** Last row that a validation reaches; far beyond what one report holds. */
export const lastValidatedRow = 10_000;
const longestText = { identity: 80, "free-text": 2_000, key: 200 } as const;
/** Days of 2000-01-01 and 2100-01-01 as a spreadsheet counts them. */
const dayRange = { from: 36_526, to: 73_051 } as const;

/** What a column refuses while somebody fills it in. */
export function validationOf(field: Field, column: number, lang: Lang): DataValidation {
  const words = texts[lang];
  const letter = colToLetter(column);
  const base = {
    range: `${letter}${entryRows.data}:${letter}${lastValidatedRow}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: words.errorTitle,
  } as const;
  const { holds } = field;
  switch (holds.kind) {
    case "code":
      return { ...base, type: "list", ...listSource(holds.list, lang), errorMessage: words.pickFromList };
    case "score":
      return { ...base, type: "list", ...listSource("score", lang), errorMessage: words.scoreError };
    case "yes-no":
      return { ...base, type: "list", ...listSource("yes-no", lang), errorMessage: words.pickFromList };
    case "period":
      return { ...base, type: "list", ...listSource("period", lang), errorMessage: words.pickFromList };
    case "whole":
      return { ...base, ...between("whole", holds.from, holds.to), errorMessage: words.whole(holds.from, holds.to) };
    case "year":
      return {
        ...base,
        ...between("whole", entryYears.from, entryYears.to),
        errorMessage: words.whole(entryYears.from, entryYears.to),
      };
    case "date":
      return { ...base, ...between("date", dayRange.from, dayRange.to), errorMessage: words.dateError };
    case "number":
      return {
        ...base,
        type: "decimal",
        operator: "greaterThanOrEqual",
        formula1: "0",
        errorMessage: words.numberError,
      };
    case "key":
    case "identity":
    case "free-text": {
      const length = longestText[holds.kind];
      return { ...base, ...between("textLength", 0, length), errorMessage: words.tooLong(length) };
    }
    default:
      return assertNever(holds);
  }
}

function between(type: "whole" | "date" | "textLength", from: number, to: number) {
  return { type, operator: "between", formula1: String(from), formula2: String(to) } as const;
}

function assertNever(value: never): never {
  throw new Error(`Unexpected kind of field: ${JSON.stringify(value)}`);
}
