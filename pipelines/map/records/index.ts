import type { RecordKind } from "../../sources/index.ts";
import { action } from "./action.ts";
import { collective } from "./collective.ts";
import { frameworkScore } from "./framework-score.ts";
import { funding } from "./funding.ts";
import { localIndicator } from "./local-indicator.ts";
import { observation } from "./observation.ts";
import { outcome } from "./outcome.ts";
import { pressure } from "./pressure.ts";
import { project } from "./project.ts";
import { publishedActivity } from "./published-activity.ts";
import { publishedDimension } from "./published-dimension.ts";
import { publishedResult } from "./published-result.ts";
import type { RecordMap } from "./record.ts";
import { target } from "./target.ts";
import { tie } from "./tie.ts";

/** Every kind of record that a row of a file can become. */
export const records = {
  project,
  collective,
  observation,
  target,
  funding,
  "local-indicator": localIndicator,
  "framework-score": frameworkScore,
  action,
  tie,
  pressure,
  outcome,
  "published-result": publishedResult,
  "published-activity": publishedActivity,
  "published-dimension": publishedDimension,
} as const satisfies Record<RecordKind, RecordMap>;

export type { RecordKind } from "../../sources/index.ts";
export type { Context, Filing, Place, RecordMap, Values } from "./record.ts";
