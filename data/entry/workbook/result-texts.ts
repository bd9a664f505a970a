import { type Lang, ResultCode, resultCodes, textOf, version } from "../../framework/index.ts";

/** What a team needs to read to score one result. */
export interface ResultText {
  readonly code: ResultCode;
  readonly label: string;
  readonly definition: string;
  /** What each score means, 0 first. */
  readonly anchors: readonly string[];
  readonly verification: readonly string[];
}

export { resultCodes };

/** Version of the framework whose anchors the workbook shows. */
export const frameworkVersion = version.version;

/** The texts of a result; undefined for a code that is none. */
export function resultText(code: string, lang: Lang): ResultText | undefined {
  const known = ResultCode.safeParse(code);
  if (!known.success) return undefined;
  const { label, definition, anchors, verification } = textOf(known.data, lang);
  return { code: known.data, label, definition, anchors, verification };
}
