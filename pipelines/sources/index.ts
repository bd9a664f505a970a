import { entry } from "./entry.ts";
import { hxl } from "./hxl.ts";
import { iati } from "./iati.ts";
import type { Source } from "./source.ts";
import { survey } from "./survey.ts";
import { unhcrActivities } from "./unhcr-activities.ts";
import { unhcrResults } from "./unhcr-results.ts";

/** Every declared source. A source is dropped by deleting its file and its line here. */
export const sources: readonly Source[] = [entry, survey, iati, hxl, unhcrResults, unhcrActivities];

export function findSource(name: string): Source | undefined {
  return sources.find((source) => source.name === name);
}

export type { FieldMap, RecordKind, Source, SourceKind, TableMap } from "./source.ts";
