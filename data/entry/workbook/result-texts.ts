import type { Lang } from "../../codelists/index.ts";

/** What a team needs to read to score one result. */
export interface ResultText {
  readonly code: string;
  readonly label: string;
  readonly definition: string;
  /** What each score means, 0 first. */
  readonly anchors: readonly string[];
  readonly verification: readonly string[];
}

/** The sixteen results, in the order of the framework. */
export const resultCodes: readonly string[] = [
  ...["ST1", "ST2", "ST3", "ST4", "ST5"],
  ...["IN1", "IN2", "IN3", "IN4"],
  ...["EX1", "EX2", "EX3", "EX4", "EX5", "EX6", "EX7"],
];

/** Version of the framework whose anchors the workbook shows. */
export const frameworkVersion = "0.1";

/** The texts of a result; undefined for a code that is none. */
export function resultText(code: string, _lang: Lang): ResultText | undefined {
  if (!resultCodes.includes(code)) return undefined;
  return { code, label: code, definition: "", anchors: ["", "", "", "", ""], verification: [] };
}
